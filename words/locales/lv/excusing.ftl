### Koordinatoram: pagarinājums, neprasīšana, atbilde iestādes vārdā, vēstules projekts.

card-extend = Pagarināt
card-skip = Neprasīt
card-enter = Ierakstīt atbildi
card-letter = Vēstules projekts
excuse-which = { $code }: par ko?
extend-until = { $code }, { $number }{ $of }{ noun-nom }. Tagad termiņš: { $due }. Līdz kuram datumam pagarināt? Piemēram: «{ $example }».
extend-early = Jaunajam termiņam jābūt vēlākam par to, kas ir tagad: { $due }. Uzrakstiet citu datumu.
extend-far = { $until } ir pārāk tālu: termiņu var pagarināt ne vairāk kā par pusgadu (tagad: { $due }). Uzrakstiet citu datumu.
extend-reason = Jaunais termiņš: { $until }. Kāds ir iemesls? Uzrakstiet vienā ziņā; to redzēs arī iestāde.
skip-reason = { $code }, { $number }{ $of }{ noun-nom }. Kāpēc atbildi vairs neprasīt? Uzrakstiet vienā ziņā.
excuse-extended = <b>Pagarināts:</b> { $code }, { $number }{ $of }{ noun-nom }. Termiņš: { $due }. Iemesls: «{ $reason }»
excuse-skipped = <b>Neprasām:</b> { $code }, { $number }{ $of }{ noun-nom }. Iemesls: «{ $reason }»
excuse-undo = Atsaukt
excuse-undone = Atsaukts: { $code }, { $number }{ $of }{ noun-nom }. Termiņš atkal: { $due }.
excuse-settled = Atbilde jau ir saņemta, tāpēc nekas nav mainīts.
extended = Jums ir vairāk laika. Pasākumi: { $numbers }; jaunais termiņš: { $due }. Iemesls: «{ $reason }»
enter-status = { $code }, { $number }{ $of }{ noun-nom }. { round-question }
enter-words = { $code }, { $number }{ $of }{ noun-nom }. Uzrakstiet vienā ziņā, ko teica iestāde.
enter-text = { $code }, { $number }{ $of }{ noun-nom }. Stāvoklis: { $completion }. Uzrakstiet vienā ziņā, kas paveikts, kā to teica iestāde.
letter-draft = <b>Vēstules projekts: { $code }.</b> Gaidām atbildi: { $numbers } Iestādei pašai nekas netiek sūtīts: vēstuli paraksta un nosūta ārpus šīs sistēmas. Ja atbilde pienāks, paziņosim, ka tā vairs nav vajadzīga.
escalation-file = atgadinajums
escalation-subject = Par informācijas sniegšanu par rīcības plāna izpildi { $year }. gadā
escalation-opening = Informācija par rīcības plāna izpildi { $year }. gadā bija jāiesniedz { $due }.
escalation-asks = Lūdzam { $until } iesniegt informāciju par tālāk minēto. Ja tā jau ir nosūtīta, lūdzam norādīt vēstules datumu un numuru.
escalation-mark = Projekts, sagatavots: { $on }
letter-unneeded = { $code }: atbilde ir saņemta, sagatavotā vēstule vairs nav vajadzīga.
