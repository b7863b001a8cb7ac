### Atgādinājumi un pārskats koordinatoram par to, kas vēl gaidāms.

nudge-head =
    <b>Informācija par { $year }. gadu</b>
    { due-line }
due-line =
    { $when ->
        [past] Termiņš bija { $due }.
        [today] Termiņš ir šodien: { $due }.
       *[ahead] Termiņš: { $due } – { $left }.
    }
due-day-off =
    { $given } ir brīvdiena, tāpēc termiņš ir { $rule ->
        [previous] iepriekšējā
       *[next] nākamā
    } darba diena.
nudge-left = { $left } ({ $working })
nudge-sign = Ja atbilde iestādē jāsaskaņo, lūdzu, nododiet to parakstīšanai tagad.
nudge-late =
    <b>Informāciju par { $year }. gadu vēl neesam saņēmuši.</b>
    Termiņš bija { $due }.
nudge-grace = Iekļausim visu, ko saņemsim { $until }.
nudge-how = Kāds bija stāvoklis { $year }. gada beigās? Nospiediet pogu vai vienkārši atbildiet uz šo ziņu.
    .mail = Kāds bija stāvoklis { $year }. gada beigās?
nudge-how-many = Kāds bija stāvoklis { $year }. gada beigās? Nospiediet pasākuma numuru vai vienkārši atbildiet uz šo ziņu.
    .mail = Kāds bija stāvoklis { $year }. gada beigās? Ja atbildat uz šo vēstuli par vairākiem pasākumiem, lūdzu, par katru rakstiet atsevišķu vēstuli.
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
no-round = Pašlaik neviens atskaites termiņš nav tuvu; neviena atbilde nav gaidāma.
