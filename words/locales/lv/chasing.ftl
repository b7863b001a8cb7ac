### Koordinatoram: ko vēl gaidām, kam atgādināt un kas no tā iznāca.

chase-exceptions = Gaidām: { $awaited }, no tām ar pagarinātu termiņu: { $extended }. Neprasām: { $skipped }.
chase-line = <b>{ $code }</b>: { $numbers } – { $state }
chase-until = { $number } ({ $until })
chase-state =
    { $state ->
        [none] nav, kā sasniegt
        [closed] saruna ir slēgta vai vēstules nepienāk
        [nobody] nav kontaktpersonas
        [helped] vajadzīga palīdzība: { $trouble }
       *[snoozed] lūgts atgādināt { $until }
    }
chase-trouble =
    { $trouble ->
        [data] trūkst datu
        [sign_off] nav saskaņots iestādē
        [not_mine] par to atbild cits
        [extension] lūgts pagarinājums
       *[other] cits iemesls
    }
chase-contact =
    { $known ->
        [both] ziņa nosūtīta { $told }, atsaucās { $heard }
        [told] ziņa nosūtīta { $told }
        [heard] pēdējoreiz atsaucās { $heard }
       *[none] ziņa vēl nav sūtīta
    }
chase-away = { $name }: prombūtnē { $until }
chase-skipped = <b>Neprasām</b>
chase-skipped-line = { $code }: { $number } – «{ $reason }»
chase-reached =
    { $count ->
        [0] Pašlaik nav neviena, kam atgādinājumu nosūtīt.
        [zero] Atgādinājumu saņems { $count } cilvēki.
        [one] Atgādinājumu saņems { $count } cilvēks.
       *[other] Atgādinājumu saņems { $count } cilvēki.
    }
chase-paused = Ziņu sūtīšana dalībniekiem ir apturēta.
chase-all = Atgādināt visiem
chase-choose = Izvēlēties…
chase-bodies = Pa iestādēm…
chase-body =
    { $open ->
        [0] { $code }
        [zero] { $code } ({ $open })
        [one] { $code } ({ $open })
       *[other] { $code } ({ $open })
    }
chase-back = Atpakaļ
chase-page-before = ‹
chase-page-after = ›
chase-which =
    <b>{ $title }</b>
    Kuru iestādi parādīt? Iekavās – cik atbilžu vēl gaidām.
chase-whom =
    <b>{ $title }</b>
    Kam atgādināt? Atzīmējiet iestādes.
chase-chosen =
    { $chosen ->
        [1] ✓ { $code }
       *[other] { $code }
    }
chase-send = Sūtīt

card =
    <b>{ $code }</b> – { $name }
    { $title }
card-received = <b>Saņemts:</b> { $numbers }
card-extended = <i>Termiņš pagarināts { $until }: «{ $reason }»</i>
card-people = <b>Kam jautājam</b>
card-person = – { $name }: { $state }
card-nobody = Šai iestādei nav kontaktpersonas. Norādiet to platformas sarakstā «Atbildīgās personas».
card-nudge = Atgādināt

nudge-before =
    { $when ->
        [ahead] Atgādinājums jau ir sagatavots; to nosūtīsim { $moment } (saņēmēji: { $count } no { $total }). Vai sūtīt vēlreiz?
       *[past] Šodien jau atgādinājām plkst. { $clock } (saņēmēji: { $count } no { $total }). Vai sūtīt vēlreiz?
    }
nudge-before-no = Nesūtīt
nudge-before-rest = Sūtīt tikai pārējiem
nudge-before-said =
    { $choice ->
        [again] Sūtām vēlreiz.
        [rest] Sūtām tikai pārējiem.
       *[no] Vēlreiz nesūtām.
    }
nudge-sent =
    { $when ->
        [later] { $count ->
            [zero] Tagad nav darba laiks. Atgādinājumu { $moment } saņems { $count } cilvēki.
            [one] Tagad nav darba laiks. Atgādinājumu { $moment } saņems { $count } cilvēks.
           *[other] Tagad nav darba laiks. Atgādinājumu { $moment } saņems { $count } cilvēki.
        }
       *[now] { $count ->
            [zero] Atgādinājumu tūlīt saņems { $count } cilvēki.
            [one] Atgādinājumu tūlīt saņems { $count } cilvēks.
           *[other] Atgādinājumu tūlīt saņems { $count } cilvēki.
        }
    }
nudge-resting = Šoreiz neatgādinājām, jo lūgts atgādināt vēlāk vai gaidīta palīdzība: { $codes }.
nudge-unreached = Nevar sasniegt: { $codes }.
no-such-body =
    Iestādes «{ $text }» šajā termiņā nav. Rakstiet saīsinājumu, piemēram, «/gaidam VARAM».

    Iestādes: { $codes }

toast-nobody-to-nudge = Pašlaik nav neviena, kam atgādināt.
toast-nudges-paused = Ziņu sūtīšana dalībniekiem ir apturēta.
