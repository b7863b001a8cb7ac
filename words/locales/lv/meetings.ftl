### Sanāksmes: ko saņem tie, kurus aicina, un ko viņiem jautā.

meeting-title = <b>{ $title }</b>
meeting-when = Kad: { $when }
meeting-where = Kur: { $where }
meeting-agenda = Darba kārtība: { $agenda }
meeting-in-zone = { $when } ({ $zone })
meeting-zone =
    { $zone ->
        [Europe-Riga] Rīgas laiks
       *[other] laika josla: { $city }
    }
meeting-no-time = laiks vēl nav zināms
meeting-online-at = tiešsaistē – <a href="{ $link }">pievienoties</a>
meeting-online-by = tiešsaistē – { $link }
meeting-on-site-at = klātienē – { $place }
meeting-both-at = { $online }; klātienē – { $place }
meeting-nowhere = vieta vēl nav zināma
meeting-question = Vai piedalīsieties?
meeting-online = Jā, tiešsaistē
meeting-on-site-yes = Jā, klātienē
meeting-absent = Nepiedalīšos
meeting-deputy = Mani aizstās…
meeting-change = Mainīt atbildi
meeting-moved = <b>Sanāksmei ir cits laiks.</b>
meeting-elsewhere = <b>Sanāksmei ir cita vieta.</b>
meeting-restored = <b>Sanāksme tomēr notiks.</b>
meeting-was = Iepriekš: { $was }
meeting-earlier = Iepriekš atbildējāt: { $answer }. Vai piedalīsieties tagad?
meeting-cancelled =
    <b>Sanāksme nenotiks.</b>
    { $title }
    Bija paredzēta: { $was }
meeting-soon =
    { $which ->
        [today] <b>Šodien ir sanāksme.</b>
        [tomorrow] <b>Rīt ir sanāksme.</b>
       *[later] <b>Tuvojas sanāksme</b> ({ $left }).
    }
meeting-answer = Jūsu atbilde: { $answer }.
meeting-answers =
    { $answer ->
        [online] piedalīšos tiešsaistē
        [on_site] piedalīšos klātienē
        [absent] nepiedalīšos
       *[deputy] mani aizstās: { $deputy }
    }
meeting-answer-written = Ierakstīts platformā { $at }.
meeting-answer-kept = Saglabāts { $at }.
meeting-ask-deputy = Kas Jūs aizstās? Vienā ziņā uzrakstiet vārdu un uzvārdu.
meeting-deputy-back = Atcelt
meeting-deputy-kept = Paldies! Sanāksmē Jūs aizstās: { $deputy }.
meeting-nothing = Labi. Nekas nav mainīts.
meeting-file = sanaksme.ics
toast-meeting-over = Šī sanāksme jau ir notikusi vai ir atcelta.
toast-meeting-noted = Paldies!
