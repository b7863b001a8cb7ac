### Plāna paša termiņi, kas tuvojas.

own-dates = <b>Tuvojas termiņi plānā</b>
own-dates-line =
    – { $number }{ $of } { $title }: { $due }{ $worded ->
        [none] {""}
       *[other] { " " }(plānā: «{ $worded }»)
    }
own-dates-more = – un vēl: { $count }
own-dates-how = Atbilde tagad nav vajadzīga; par paveikto jautāsim nākamajā atskaites reizē. Ja termiņš ir mainījies, lūdzu, rakstiet koordinatoram.
nudge-own-dates = <b>Tuvojas arī termiņi plānā:</b>
own-dates-steps = Ja kāds no starprezultātiem jau ir sasniegts, nospiediet tā pogu.
    .mail = Ja kāds no starprezultātiem jau ir sasniegts, lūdzu, norādiet to platformas sarakstā «Starprezultāti».
milestone-done = { $number } izpildīts
milestone-said =
    <b>{ $number }</b>{ $of } { $title }
    Starprezultāts: { $completion }. Saņemts un tiek ierakstīts platformas sarakstā «Starprezultāti».
milestone-back-button = Atcelt
milestone-back =
    <b>{ $number }</b>{ $of } { $title }
    Atcelts. Starprezultāts: { $completion ->
        [none] nav ieraksta
       *[other] { $completion }
    }.

## Ziņojumā

report-steps = Starprezultāti:
report-step =
    – { $number } { $title }{ $due ->
        [none] {""}
       *[other] { " " }(termiņš: { $due })
    }: { $state }{ $on ->
        [none] .
       *[other] { " " }({ $on }).
    }

## Darba lapā

ws-steps = Starprezultāti
ws-step-choice = { $number } stāvoklis
ws-said-step = Starprezultāta stāvoklis ir saglabāts un tiek ierakstīts platformā.
