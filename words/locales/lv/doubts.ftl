### Ziņas, par kurām nav zināms, vai tās ir saņemtas.

said-again = <i>Atkārtoti: iespējams, šī ziņa Jums jau ir atnākusi.</i>
doubts =
    { $count ->
        [zero] <b>Par { $count } ziņām nav zināms, vai tās ir saņemtas</b>
        [one] <b>Par { $count } ziņu nav zināms, vai tā ir saņemta</b>
       *[other] <b>Par { $count } ziņām nav zināms, vai tās ir saņemtas</b>
    }
doubts-line =
    – { $name ->
        [none] { $called ->
            [nudge] atgādinājums
            [echo] apstiprinājums par atbildi
            [meeting] paziņojums par sanāksmi
           *[other] ziņa
        }
       *[other] { $name }: { $called ->
            [nudge] atgādinājums
            [echo] apstiprinājums par atbildi
            [meeting] paziņojums par sanāksmi
           *[other] ziņa
        }
    } ({ $at })
doubts-more =
    { $count ->
        [zero] Un vēl { $count } ziņas.
        [one] Un vēl { $count } ziņa.
       *[other] Un vēl { $count } ziņas.
    }
doubts-ask = Sūtīšana pārtrūka, pirms saņēmām apstiprinājumu. Pašas no sevis šīs ziņas otrreiz netiks sūtītas. Ko darīt?
doubts-again = Sūtīt vēlreiz
doubts-arrived = Ir saņemts
doubts-drop = Nesūtīt
doubts-each = Pa vienai…
doubts-settled =
    { $word ->
        [again] Sūtām vēlreiz; saņēmējs redzēs, ka ziņa ir atkārtota. Ziņas: { $count }.
        [arrived] Atzīmēts, ka ir saņemts. Ziņas: { $count }.
       *[drop] Vairs nesūtām. Ziņas: { $count }.
    }
