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
    .mail = Ja kāds no starprezultātiem jau ir sasniegts, atbildiet uz šo vēstuli ar tālāk minētajiem vārdiem.

## Pateikts par starprezultātu

milestone-done = { $number } izpildīts
milestone-said =
    { $kept ->
        [written] <b>Saņemts un ierakstīts platformā</b> { $when }.
        [refused] <b>Saņemts un saglabāts</b> { $when }. Platformā to neizdevās ierakstīt; koordinators par to ir informēts. Jums nekas vairs nav jādara.
       *[saved] <b>Saņemts un saglabāts</b> { $when }. Platforma pašlaik nav pieejama; ierakstīsim, tiklīdz tā atkal darbosies. Jums nekas vairs nav jādara.
    }
milestone-line =
    <b>{ $number }</b>{ $of } { $title } – starprezultāts: { $completion }{ $evidence ->
        [none] .
       *[other] ; pierādījums: { $evidence }
    }
milestone-back-button = Atcelt
milestone-back-one = Atcelt: { $number }
milestone-back =
    { $kept ->
        [written] <b>Atcelts.</b> Platformā atkal ir iepriekšējais ieraksts.
       *[saved] <b>Atcelts.</b> Platforma pašlaik nav pieejama; iepriekšējo ierakstu atjaunosim, tiklīdz tā atkal darbosies.
    }
milestone-written = <b>Tagad ir ierakstīts arī platformā:</b>

## Pasākuma ziņā

steps-head = <b>Starprezultāti</b>
steps-line =
    – { $number }{ $of } { $title }{ $due ->
        [none] {""}
       *[other] { " " }({ $due })
    }: { $state }{ $on ->
        [none] {""}
       *[other] , { $on }
    }

## Ziņojumā

report-steps = Starprezultāti:
report-step =
    { $number } { $title }{ $due ->
        [none] {""}
       *[other] { " " }(termiņš: { $due })
    }: { $state }{ $on ->
        [none] .
       *[other] { " " }({ $on }).
    }
report-sheet-steps = Starprezultāti
report-column-step = Starprezultāts
report-column-of = Pasākums
report-column-step-due = Termiņš plānā
report-column-step-on = Izpildīts

## Darba lapā

ws-steps = Starprezultāti
ws-steps-hint = Atzīmējiet, cik tālu katrs ir. Tas tiek saglabāts arī kopā ar atbildi.
ws-step-none = Nav ieraksta
ws-step-on = izpildīts: { $on }
ws-step-evidence = pierādījums
ws-steps-save = Saglabāt starprezultātus
ws-said-step = Starprezultāti ir saglabāti un tiek ierakstīti platformā. Tālāk rakstītā atbilde vēl nav iesniegta.
ws-step-link = Pievienot saiti, kas to parāda
ws-step-link-hint = Sākas ar https://. Jaunā saite stāsies pašreizējās vietā.
