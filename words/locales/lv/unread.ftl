### Saņemtās ziņas, kuras neizdevās nolasīt, un ko ar tām darīt.

unread =
    { $count ->
        [zero] <b>Neizdevās nolasīt { $count } saņemtās ziņas</b>
        [one] <b>Neizdevās nolasīt { $count } saņemto ziņu</b>
       *[other] <b>Neizdevās nolasīt { $count } saņemtās ziņas</b>
    }
unread-line =
    – { $name ->
        [none] nezināms sūtītājs
       *[other] { $name }
    }, { $channel ->
        [email] e-pasts
       *[telegram] Telegram
    }, { $at } (nr. { $number }, { $error })
unread-more =
    { $count ->
        [zero] Un vēl { $count } ziņas.
        [one] Un vēl { $count } ziņa.
       *[other] Un vēl { $count } ziņas.
    }
unread-ask =
    Nekas nav zudis: saņemtais ir saglabāts. Ja dalībnieks saka, ka ir atbildējis, bet ieraksta nav, lūdziet atbildi nosūtīt vēlreiz vai ierakstiet to paši (/gaidam).

    «Lasīt vēlreiz» izvēlieties, kad sistēmas uzturētājs kļūdu ir novērsis; nosauciet numuru un vārdu iekavās. «Atmest» – kad saņemtais vairs nav vajadzīgs: saglabāts tas paliek, bet vairs netiek lasīts.
unread-again = Lasīt vēlreiz
unread-drop = Atmest
unread-each = Pa vienai…
unread-settled =
    { $word ->
        [again] Lasām vēlreiz. Ziņas: { $count }. Ja arī tagad neizdosies, to pateiksim.
       *[drop] Atmests. Ziņas: { $count }. Tās paliek saglabātas.
    }
unread-none = Visas saņemtās ziņas ir nolasītas.
command-neizlasitas = ziņas, kuras neizdevās nolasīt
    .word = neizlasitas
