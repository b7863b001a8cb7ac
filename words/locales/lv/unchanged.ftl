### Bez izmaiņām: tas, kas ierakstīts, paliek par atbildi.

nudge-unchanged = Bez izmaiņām
unchanged-head =
    <b>{ $number }{ $of }</b> – bez izmaiņām{ $dated ->
        [1] { " " }{ $since }
       *[other] {""}
    }. Ziņojumā būs šāds ieraksts:
unchanged-status = Stāvoklis: { $completion }.
unchanged-text = Paveikts: «{ $text }»
unchanged-no-text = Paveiktais nav aprakstīts.
unchanged-yes = Tā arī iesniegt
unchanged-more = Papildināt
unchanged-no = Atcelt
echo-unchanged = Bez izmaiņām.
ask-why =
    <b>{ $number }{ $of }</b> { $title }

    Ierakstīts, ka darbs nav sākts. Lūdzu, vienā ziņā uzrakstiet, kas to kavē; tad ierakstīsim, ka nekas nav mainījies. Ierobežotas pieejamības informāciju, lūdzu, šeit nerakstiet.
unchanged-not = <b>{ $number }</b>{ $of } Nekas nav ierakstīts.
