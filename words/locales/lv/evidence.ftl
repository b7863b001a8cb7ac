### Pierādījumi: saites, attēli un faili pie atbildes.

evidence-kept =
    <b>{ $count ->
        [zero] Pierādījumi ir saglabāti.
        [one] Pierādījums ir saglabāts.
       *[other] Pierādījumi ir saglabāti.
    }</b> { $number }{ $of }{ noun-nom }
evidence-picture = – attēls, { $size }
evidence-file =
    { $kind ->
        [audio] – skaņas ieraksts «{ $name }», { $size }
        [video] – video «{ $name }», { $size }
       *[file] – fails «{ $name }», { $size }
    }
evidence-spoken = Skaņas ierakstu glabājam kā failu, bet neklausāmies. Ja tā ir Jūsu atbilde, lūdzu, uzrakstiet to arī vārdos.
evidence-link = – saite: { $link }
evidence-private = Glabājas pie Jūsu atbildes; nav publisks.
evidence-add = Pievienot pierādījumu
evidence-drop = Noņemt
    .number = Noņemt: { $number }
evidence-dropped = Noņemts. Šis pierādījums pie atbildes vairs nav pievienots.
evidence-lost = Failu pie { $number }{ $of }{ noun-gen } neizdevās saņemt no Telegram. Lūdzu, nosūtiet to vēlreiz.
evidence-too-large = Fails ir lielāks par { $most } MB, un Telegram to mums neizsniedz. Lūdzu, ievietojiet to platformas bibliotēkā «Pierādījumi» vai nosūtiet saiti.
evidence-too-many = Pie šīs atbildes jau ir { $most } pierādījumi, vairāk šeit pievienot nevar. Lūdzu, pārējos ievietojiet platformas bibliotēkā «Pierādījumi».
evidence-nowhere = Paldies! Pašlaik no Jums nekas nav gaidāms, tāpēc fails nav saglabāts.
evidence-no-link = Šeit nav saites. Lūdzu, nosūtiet saiti, kas sākas ar https://, attēlu vai failu.
evidence-long-link = Šī saite platformā neietilpst: tā ir garāka par 255 zīmēm. Lūdzu, nosūtiet īsāku.
ask-evidence = Saņēmām. Uz ko tas attiecas?
ask-piece =
    <b>{ $number }{ $of }</b> { $title }

    Nosūtiet saiti, attēlu, video, balss ziņu vai failu (līdz 20 MB), kas parāda paveikto. Ierobežotas pieejamības informāciju, lūdzu, šeit nesūtiet.
size-kilobytes = { $count } KB
size-megabytes = { $count } MB
