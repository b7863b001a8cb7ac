### Ziņojums: dokumenta teksti.

report-state = Melnraksts. Stāvoklis { $on }.
report-due = Informācija jāiesniedz { $by }.
report-basis = Pamats: { $basis }
report-summary = Kopsavilkums
report-summary-completion = Stāvoklis
report-summary-count = Skaits
report-summary-measures = Pasākumi
report-unknown = Nav ieraksta
report-answers = Saņemto atbilžu skaits: { $count }; no tām bez izmaiņām: { $unchanged }.
report-none-lacking = Atbildes ir saņemtas no visām iestādēm, kurām jāatbild.
report-lacking = Vēl nav saņemta informācija
report-lacking-body = { $name }: { $numbers }
report-others = Pārējie pasākumi
report-chapter = { $number }. { $title }
report-entry = { $number } { $title }
report-lead =
    { $many ->
        [no] Atbildīgā iestāde: { $bodies }
       *[yes] Atbildīgās iestādes: { $bodies }
    }
report-no-lead = Atbildīgā iestāde plānā nav norādīta.
report-co-leads = Līdzatbildīgās iestādes: { $bodies }
report-due-text = Izpildes termiņš: { $due }
report-completion = Stāvoklis: { $completion }
report-completion-earlier = Stāvoklis: { $completion } (pēc iepriekšējā ieraksta)
report-completion-none = Stāvoklis: Nav ieraksta
report-answer-lead = { $name } (atbildīgā iestāde)
report-answer-other = { $name }
report-answer-completion = Iestādes vērtējums: { $completion }
report-erased = Teksts izņemts { $on }.
report-internal = Teksts ir ierobežotas pieejamības un ziņojumā nav iekļauts.
report-unchanged = Bez izmaiņām kopš iepriekšējā ieraksta.
report-nothing = Nav ko ziņot: { $why }
report-done = Paveikts: { $text }
report-obstacles = Šķēršļi: { $text }
report-next-step = Nākamais solis: { $text }
report-evidence = Pierādījumi:
report-evidence-link = { $url } (iesniegts { $on })
report-evidence-file = { $name } (iesniegts { $on }; SHA-256 { $sha })
report-source =
    { $way ->
        [workspace] Avots: { $code }, platformā { $when }, { $version }. redakcija
        [letter] Avots: { $code }, vēstulē { $when }, { $version }. redakcija
        [coordinator] Avots: { $code }, ierakstīja koordinators { $when }, { $version }. redakcija
       *[other] Avots: { $code }, { $when }, { $version }. redakcija
    }
report-letter = Vēstule: { $code }, { $on }, Nr. { $number }.
report-letter-late = Saņemta pēc kārtas slēgšanas.
report-later = Pēc vēstules saņemta { $version }. redakcija; šeit tā nav iekļauta.
report-taken-back = Pēc vēstules iestāde savu atbildi ir atsaukusi.
report-by-letter = Atbilde ir iestādes vēstulē.
report-edited = Teksts rediģēts publicēšanai; iestādes vārdi ir atbildes redakcijā.
report-stale = Koordinatora teksts ({ $version }. redakcijai) nav izmantots, jo šeit ir cita redakcija.
report-untranslated = Vēl netulkoto tekstu skaits: { $count }; tie šeit ir oriģinālvalodā.
report-not-received = Informācija nav saņemta: { $code } (jāiesniedz { $due }).
report-skipped = Informācija netiek prasīta: { $code } ({ $reason }).
report-skipped-bare = Informācija netiek prasīta: { $code }.
report-nobody = Šajā kārtā par šo pasākumu informācija netiek prasīta.

## Darbgrāmata

report-sheet-measures = Pasākumi
report-sheet-lacking = Nav saņemts
report-column-commitment = Apņemšanās
report-column-number = Nr.
report-column-title = Pasākums
report-column-lead = Atbildīgā
report-column-body = Iestāde
report-column-name = Nosaukums
report-column-completion = Stāvoklis
report-column-answer = Iestādes vērtējums
report-column-manner = Atbildes veids
report-column-done = Paveikts
report-column-obstacles = Šķēršļi
report-column-next-step = Nākamais solis
report-column-evidence = Pierādījumi
report-column-when = Iesniegts
report-column-version = Redakcija
report-column-key = Atslēga
report-column-public = Publicējamais teksts
report-column-letter = Vēstule
report-column-due = Termiņš
report-column-reason = Piezīme
report-manner =
    { $manner ->
        [told] Atbilde
        [unchanged] Bez izmaiņām
        [nothing] Nav ko ziņot
       *[none] Nav saņemta
    }

## Sarunā

report-ready = <b>{ $title }</b>
report-ready-counts = Saņemto atbilžu skaits: { $received } no { $all }.
report-ready-draft = Ziņojuma melnraksts: katram teikumam blakus norādīts, no kuras atbildes tas ir. To var labot programmā Word.
report-no-round = Pagaidām nav nevienas atskaites kārtas, par ko veidot ziņojumu.
report-file = zinojums
command-zinojums = ziņojuma melnraksts tagad
    .word = zinojums

## Netulkotie teksti

worklist-title = Tulkojumi { $language }
worklist-place = Vieta
worklist-source = Teksts
worklist-language = Valoda
worklist-translation = Tulkojums
worklist-key = Atslēga (nemainīt)
worklist-what =
    { $what ->
        [report] Ziņojuma nosaukums
        [plan] Plāna nosaukums
        [basis] Pamats
        [commitment] Apņemšanās nosaukums
        [title] Pasākuma nosaukums
        [step] Starprezultāts
        [recommended] Ieteikums
        [response] Foruma atbilde
        [due] Izpildes termiņš
        [done] Paveikts
        [obstacles] Šķēršļi
        [next_step] Nākamais solis
        [public] Publicējamais teksts
        [view] Partnera viedoklis
        [rejoinder] Iestādes atbilde uz viedokli
        [opinion] Memoranda padomes atzinums
       *[reason] Piezīme
    }

## Viena pasākuma darba lapa

measure-file = pasakums
measure-state = Darba lapa. Stāvoklis { $on }.
measure-result = Sagaidāmais rezultāts: { $result }
measure-on-record =
    { $on ->
        [none] Pēdējais ieraksts: { $completion }
       *[other] Pēdējais ieraksts: { $completion } ({ $on })
    }
measure-round = { $title } (termiņš: { $due })
measure-earlier = { $name } – agrāka redakcija
