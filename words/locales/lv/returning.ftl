### Lūgums papildināt atbildi: koordinators lūdz, iestāde papildina vai atstāj, kā ir.

returned = <b>Lūdzam papildināt atbildi.</b>
returned-words = { $by }: «{ $text }»
returned-workspace =
    { $by ->
        [none] Platformā tā ir atzīmēta kā atgriezta.
       *[other] Platformā to kā atgrieztu atzīmēja { $by }.
    }
returned-yours = Jūsu atbilde { $when } ({ $version }. redakcija):
returned-stands = Atbilde ir saglabāta un ir spēkā. Papildināt to varat { $until }; var arī atstāt, kā ir.
return-keep = Atstāt, kā ir
return-stays = <b>{ $number }{ $of }</b> Atbilde paliek, kā ir. Koordinatoram to paziņosim.
return-more = Lūgt papildināt
return-ask = { $code }, { $number }{ $of }{ noun-nom }. Kas atbildē jāpapildina? Uzrakstiet vienā ziņā; to redzēs iestāde. Atbilde paliek spēkā.
return-sent = <b>{ $code }, { $number }{ $of }{ noun-nom }.</b> Lūgumu papildināt nosūtīsim: { $names }.
return-nobody = <b>{ $code }, { $number }{ $of }{ noun-nom }.</b> Lūgums ir saglabāts, bet iestādē nav neviena, kam rakstīt. Lūdzu, zvaniet vai nosūtiet personisko saiti.
return-refused =
    { $why ->
        [closed] { $code }, { $number }{ $of }{ noun-nom }: kārta ir slēgta, atbildi vairs nevar papildināt.
        [signed] { $code }, { $number }{ $of }{ noun-nom }: atbilde ir parakstītā vēstulē. Tekstu publicēšanai varat rediģēt; iestāde var iesniegt jaunu vēstuli.
       *[nothing] { $code }, { $number }{ $of }{ noun-nom }: te nav atbildes, ko papildināt.
    }
returned-kept = <b>{ $code }, { $number }{ $of }{ noun-nom }.</b> Iestāde atbildi atstāj, kā ir ({ $name }).

## Lapā

ws-return = Lūgt papildināt
ws-return-words = Kas jāpapildina
ws-return-hint = To redzēs iestāde. Tās atbilde paliek spēkā, līdz iestāde to papildina.
ws-returned = Lūgts papildināt { $at } ({ $by }): «{ $text }»
ws-returned-workspace =
    { $by ->
        [none] Platformā atzīmēts kā atgriezts { $at }.
       *[other] Platformā atzīmēts kā atgriezts { $at } ({ $by }).
    }
ws-desk-returned = lūgts papildināt
ws-desk-returned-count =
    { $count ->
        [zero] Lūgts papildināt: { $count } atbilžu.
        [one] Lūgts papildināt: { $count } atbilde.
       *[other] Lūgts papildināt: { $count } atbildes.
    }
ws-return-asked = Lūdzam papildināt atbildi
ws-return-how = Papildiniet atbildi zemāk un nosūtiet to vēlreiz. Līdz tam spēkā ir iesniegtā atbilde.
ws-return-keep = Atstāt atbildi, kā ir
ws-said-returned = Lūgums papildināt ir saglabāts; iestādei to nosūtīsim darba laikā.
ws-said-returned-nobody = Lūgums papildināt ir saglabāts, bet iestādē nav neviena, kam rakstīt: lūdzu, zvaniet.
ws-said-stays = Atbilde paliek, kā ir.
ws-error-return-words = Uzrakstiet, kas jāpapildina.
ws-error-return-nothing = Te vairs nav atbildes, ko papildināt.
ws-error-return-closed = Kārta ir slēgta, atbildi vairs nevar papildināt.
ws-error-return-signed = Atbilde ir parakstītā vēstulē; tekstu publicēšanai varat rediģēt.
