### Sanāksmes rīkošana: ko redz koordinators, kas to sasauc, pārceļ vai atceļ.

meeting-ask-title = Kā sauc sanāksmi? Uzrakstiet tematu vienā ziņā.
meeting-subject-long = Temats ir garāks par { $most } zīmēm un platformā neietilpst. Lūdzu, uzrakstiet īsāku.
meeting-ask-when = Kad tā notiks? Uzrakstiet dienu un laiku, piemēram: «{ $example }».
meeting-ask-until = Cik ilgi? Nospiediet pogu vai uzrakstiet, cikos beigsies.
    .mail = Cik ilgi? Uzrakstiet, cikos beigsies.
meeting-ask-where = Kur? Uzrakstiet vietu, tiešsaistes saiti vai abas.
meeting-ask-agenda = Darba kārtība? Uzrakstiet vienā ziņā.
meeting-length =
    { $length ->
        [60] 1 stunda
        [90] 1½ stundas
        [120] 2 stundas
       *[180] 3 stundas
    }
meeting-skip-where = Vieta vēl nav zināma
meeting-skip-agenda = Bez darba kārtības
meeting-drop = Atmest
meeting-back = Atpakaļ
meeting-day-off = Ievērojiet: tā ir brīvdiena ({ $weekday }).
meeting-at-night = Ievērojiet: sākums ir plkst. { $clock }.
meeting-preview = <b>Paziņojums būs šāds:</b>
meeting-reach =
    { $count ->
        [0] Šo ziņu nesaņems neviens: nevienu nevar sasniegt.
        [zero] Ziņu saņems { $count } cilvēki.
        [one] Ziņu saņems { $count } cilvēks.
       *[other] Ziņu saņems { $count } cilvēki.
    }
meeting-missing = Nevar sasniegt: { $names }.
meeting-more-names =
    { $count ->
        [zero] … un vēl { $count }
        [one] … un vēl { $count }
       *[other] … un vēl { $count }
    }
meeting-announce = Izziņot
meeting-fix = Labot…
meeting-fix-what = Ko labot?
meeting-fix-title = Temats
meeting-fix-when = Laiks
meeting-fix-until = Ilgums
meeting-fix-where = Vieta
meeting-fix-agenda = Darba kārtība
meeting-dropped = Sanāksme nav izziņota un ir atmesta: { $title }
meeting-state =
    { $state ->
        [planned] Statuss: plānota
        [announced] Statuss: izziņota
        [held] Statuss: notikusi
       *[cancelled] Statuss: atcelta
    }
meeting-counts = Piedalīsies: tiešsaistē { $online }, klātienē { $on_site }, aizstās cits { $deputy }
meeting-counts-not = Nepiedalīsies: { $absent }; nav atbildējuši: { $silent }
meeting-who = Kas piedalās
meeting-move = Pārcelt
meeting-replace = Mainīt vietu
meeting-call-off = Atcelt sanāksmi
meeting-keep-quiet = Neizziņot
meeting-on-site =
    { $change ->
        [made] <b>Platformā izveidota sanāksme.</b> Vai to izziņot?
        [off] <b>Platformā sanāksme ir atcelta.</b> Vai par to paziņot tiem, kas aicināti?
        [restored] <b>Platformā sanāksme ir atjaunota.</b> Vai par to paziņot?
       *[changed] <b>Platformā sanāksme ir mainīta.</b> Vai par to paziņot tiem, kas aicināti?
    }
meeting-cancel-really = <b>Vai tiešām atcelt?</b>
meeting-change-really = <b>Vai paziņot par izmaiņām?</b>
meeting-will-be = Turpmāk: { $will }
meeting-decided =
    { $decision ->
        [announced] <b>Izziņots:</b> { $title }
        [cancelled] <b>Atcelts:</b> { $title }
        [quiet] <b>Netiek izziņots:</b> { $title }
       *[changed] <b>Izmaiņas tiek paziņotas:</b> { $title }
    }
meeting-sends =
    { $now ->
        [yes] Ziņas tiek sūtītas tagad. Par nosūtīto paziņosim.
       *[no] Ziņas nosūtīsim { $opens }. Par nosūtīto paziņosim.
    }
meeting-coming =
    { $answer ->
        [online] <b>Tiešsaistē: { $count }</b>
        [on_site] <b>Klātienē: { $count }</b>
        [deputy] <b>Aizstās cits: { $count }</b>
        [absent] <b>Nepiedalīsies: { $count }</b>
       *[silent] <b>Nav atbildējuši: { $count }</b>
    }
meeting-nobody-told = Par šo sanāksmi vēl nevienam nav paziņots.
meeting-named = – { $code }: { $name }
meeting-named-deputy = – { $code }: { $name }; aizstās: { $deputy }
meeting-list = <b>Gaidāmās sanāksmes</b>
meeting-list-empty = Gaidāmu sanāksmju nav.
meeting-new = Jauna sanāksme
meeting-listed =
    <b>{ $number }.</b> { $title }
    { $when } – { $state ->
        [draft] nav pabeigta
        [announced] izziņota
       *[planned] plānota, nav izziņota
    }
meeting-sent =
    { $count ->
        [zero] <b>Nosūtīts { $count } cilvēkiem:</b> { $title }
        [one] <b>Nosūtīts { $count } cilvēkam:</b> { $title }
       *[other] <b>Nosūtīts { $count } cilvēkiem:</b> { $title }
    }
meeting-waiting = Vēl tiek sūtīts: { $count }
toast-meeting-changed = Sanāksme pa šo laiku ir mainīta; parādām, kā ir tagad.
toast-meeting-answered = Uz šo jautājumu jau ir atbildēts; lūdzu, turpiniet ar jaunāko ziņu.
