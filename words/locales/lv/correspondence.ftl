### Sarakste ar iestādi par vienu kārtu: kas nosūtīts, kas atbildēts, kas izlemts.

corr-title = Sarakste: { $name }
corr-intro = Viss, kas šajā kārtā nosūtīts iestādes cilvēkiem, ko iestāde atbildēja un ko izlēma koordinatori. Ko dalībnieki rakstīja, tas ir pie atbildēm.
corr-none = Vēl nekā nav.
corr-of = Sarakste
corr-file = sarakste
corr-column-when = Laiks
corr-column-what = Kas
corr-column-about = Pasākumi
corr-column-who = Kam vai kurš
corr-column-way = Kā
corr-column-state = Stāvoklis
corr-nudge =
    { $rung ->
        [start] Atgādinājums: laiks sākt
        [sign] Atgādinājums: laiks nodot parakstīšanai
        [again] Atgādinājums vēlreiz
        [last] Atgādinājums: pēdējais pirms termiņa
        [late] Atgādinājums: termiņš pagājis
        [snooze] Atgādinājums dienā, ko lūdza pats
        [hand] Atgādinājums, ko nosūtīja koordinators
       *[other] Atgādinājums
    }
corr-still-you = Jautāts, vai joprojām atbild
corr-handover = Pastāstīts, kas pārņemts no iepriekšējās kontaktpersonas
corr-extended = Paziņots par termiņa pagarinājumu
corr-refused = Paziņots, ka termiņš paliek
corr-on-behalf = Paziņots par atbildi, ko ierakstīja koordinators
corr-returned = Nosūtīts lūgums papildināt atbildi
corr-wording = Parādīts teksts publicēšanai
corr-answer =
    { $manner ->
        [unchanged] Atbilde: bez izmaiņām ({ $version }. redakcija)
        [nothing] Atbilde: nav ko ziņot ({ $version }. redakcija)
        [withdrawn] Atbilde atsaukta ({ $version }. redakcija)
       *[told] Atbilde ({ $version }. redakcija)
    }
corr-help =
    { $trouble ->
        [data] Lūgta palīdzība: trūkst datu
        [sign-off] Lūgta palīdzība: nav saskaņots iestādē
        [not-mine] Teikts, ka par to atbild cits
        [extension] Lūgts pagarinājums
       *[other] Lūgta palīdzība
    }
corr-more-time = Termiņš pagarināts { $until }: «{ $reason }»
corr-skipped = Atbildi vairs neprasām: «{ $reason }»
corr-restored = Atcelts pagarinājums vai izņēmums
corr-asked-more =
    { $words ->
        [none] Atbilde platformā atzīmēta kā atgriezta
       *[other] Lūgts papildināt: «{ $words }»
    }
corr-kept = Atbilde paliek, kā ir
corr-letter-due = Paziņots, ka laiks sagatavot vēstuli
corr-letter-made = Sagatavots vēstules projekts
corr-letter-signed = Parakstīta vēstule Nr. { $number }, { $on }
corr-state =
    { $state ->
        [sent] nosūtīts
        [unknown] nav zināms, vai saņemts
        [failed] neizdevās nosūtīt
        [held] aizturēts
       *[waits] vēl nav nosūtīts
    }
corr-way =
    { $way ->
        [email] e-pasts
        [telegram] Telegram
        [page] darba lapa
        [workspace] platforma
        [letter] vēstule
       *[coordinator] ierakstīja koordinators
    }
