### Atgādinājumi un pārskats koordinatoram par to, kas vēl gaidāms.

round-head =
    { $kind ->
        [filling] Darba lapas: lomas un termiņi
        [voluntary] Brīvprātīga informācija par { $year }. gadu
        [final] Noslēguma informācija par plāna izpildi
        [comments] Komentāri par projektu
       *[mandatory] Informācija par { $year }. gadu
    }
round-question =
    { $kind ->
        [filling] Vai viss ir tā, kā plānā?
        [voluntary] Kāds ir stāvoklis tagad? Atbilde ir brīvprātīga.
        [final] Kāds ir stāvoklis, plānam noslēdzoties?
        [comments] Vai ir iebildumi vai papildinājumi?
       *[mandatory] Kāds bija stāvoklis { $year }. gada beigās?
    }
nudge-round = { $title }
nudge-head =
    <b>{ round-head }</b>
    { due-line }
due-line =
    { $when ->
        [past] Termiņš bija { $due }.
        [today] Termiņš ir šodien: { $due }.
       *[ahead] Termiņš: { $due } – { $left }.
    }
due-day-off =
    Noteiktais termiņš ({ $given }) ir brīvdiena, tāpēc tas pārcelts uz { $rule ->
        [previous] iepriekšējo
       *[next] nākamo
    } darba dienu.
nudge-left = { $left } ({ $working })
nudge-sign-by = Jānodod parakstīšanai { $by }.
nudge-sign =
    Ja atbilde iestādē jāsaskaņo, lūdzu, nododiet to parakstīšanai { $by ->
        [now] tagad
       *[day] { $by }
    }.
nudge-late =
    <b>{ $kind ->
        [final] Noslēguma informāciju par plāna izpildi
       *[mandatory] Informāciju par { $year }. gadu
    } vēl gaidām.</b>
    Termiņš bija { $due }.
nudge-still =
    <b>{ round-head }</b>
    Termiņš bija { $due }, bet atbildēt vēl var.
nudge-grace = Iekļausim visu, ko saņemsim { $until }.
nudge-how = { round-question } Nospiediet pogu vai vienkārši atbildiet uz šo ziņu.
    .mail = { round-question }
nudge-how-many = { round-question } Nospiediet numuru vai vienkārši atbildiet uz šo ziņu.
    .mail = { round-question } Vienā vēstulē varat atbildēt par visu: katru atbildi sāciet jaunā rindā ar numuru.
agree =
    { $kind ->
        [comments] Iebildumu nav
       *[filling] Viss pareizi
    }
agree-all =
    { $kind ->
        [comments] Nekur nav iebildumu
       *[filling] Viss pareizi visos
    }
agree-not =
    { $kind ->
        [comments] Rakstīt komentāru
       *[filling] Labot vai papildināt
    }
plan-says =
    { $what ->
        [lead] Atbildīgā:
        [co-lead] Līdzatbildīgās:
        [contact] Kontaktpersona:
       *[due] Termiņš (kā plānā):
    } { $told }
plan-says-nothing = nav norādīts
nudge-answer = Atbildēt

measure = <b>{ $number }{ $of }</b> { $title }
measure-last =
    { $dated ->
        [1] Pēdējais ieraksts ({ $on }): «{ $text }»
       *[other] Pēdējais ieraksts: «{ $text }»
    }

standing =
    <b>{ $title }</b>
    { due-line }
standing-count = Saņemtās atbildes: { $answered } no { $total }.
standing-awaited = <b>Gaidām</b>
standing-body = { $code }: { $numbers }
standing-unreached = <b>Nevar sasniegt</b>
standing-name = – { $name }
standing-without-lead =
    <b>Nav atbildīgās iestādes:</b> { $numbers }
    Norādiet to platformas sarakstā «Pasākumi».
standing-without-owner =
    <b>Ieteikumi, kam nav atbildīgās iestādes:</b> { $numbers }
    Norādiet to platformas sarakstā «Ieteikumi» vai ierakstiet tur lēmumu, ka ieteikums nav ņemts vērā.
round-over =
    <b>{ $title }</b>
    Kārta ir slēgta: atbildes vairs nepieņemam. Saņemtās atbildes: { $answered } no { $total }.
round-over-missed = <b>Nav saņemts</b>
round-over-letters = Oficiālu vēstuli, kas pienāk tagad, saglabājam ar norādi, ka tā saņemta pēc kārtas slēgšanas. Ziņojuma melnraksts: /{ $word }
no-round = Pašlaik neviens atskaites termiņš nav tuvu; neviena atbilde nav gaidāma.
