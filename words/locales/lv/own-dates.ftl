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
