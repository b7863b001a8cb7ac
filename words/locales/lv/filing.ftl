### Iestādes vēstule: kas tajā ir, kas to slēdz, un pati vēstule.

filing =
    <b>Vēstule: { $code }</b> – { $name }
    { $title }
filing-due = <b>Laiks sagatavot vēstuli.</b> Jūsu iestāde to iesniedz arī citu iestāžu vārdā. Kad atbildes ir, sagatavojiet projektu un nododiet parakstīšanai; ko vēl gaidām, tas vēstulē būs nosaukts.
filing-line = <b>{ $code }</b>: { $told }
filing-state-awaited = gaidām { $numbers }
filing-state-received = saņemts (projekts) { $numbers }
filing-state-signing = tiek parakstīts { $numbers }
filing-state-letter = vēstulē { $numbers }
filing-state-skipped = neprasām { $numbers }
filing-state-missed = nav saņemts { $numbers }
filing-owes-nothing = Šajā kārtā nekas nav jāiesniedz.
filing-not-made = Vēstule vēl nav sagatavota.
filing-being-signed = Vēstule sagatavota { $when } ({ $turn }. reizi) un tiek parakstīta. Kad tai ir numurs un datums, ierakstiet tos; tad teksts vairs nemainās.
filing-is-signed =
    { $late ->
        [yes] Vēstule saņemta pēc kārtas slēgšanas: { $on }, Nr. { $number }.
       *[no] Vēstule parakstīta: { $on }, Nr. { $number }. Tās teksts vairs nemainās; vēlāks labojums ir jauna redakcija ārpus vēstules.
    }
filing-changed =
    Atbildes, kas mainītas pēc vēstules sagatavošanas: { $numbers }
    Vēstulē un ziņojumā paliek tas, kas parakstīts; ja vajag citādi, sagatavojiet vēstuli vēlreiz.
filing-make = Sagatavot vēstuli
filing-more = Sagatavot papildu vēstuli
filing-enter = Ierakstīt numuru un datumu
filing-correct = Labot numuru
filing-reopen = Atvērt no jauna
filing-show = Rādīt vēstuli
filing-reopened = { $code }: vēstules numurs un datums ir izņemts; vēstule atkal tiek parakstīta.
filing-through = Jūsu iestādes atbildes iesniedz citas iestādes vēstulē: { $code }. Vēstuli sagatavo tās kontaktpersona.
filing-nobody = Foruma sarakstā pie Jūsu vārda nav iestādes, tāpēc vēstules nav.
filing-empty = { $code }: vēl nav nevienas atbildes, kuras nebūtu parakstītā vēstulē, tāpēc vēstules projektu sagatavot nevar. Ja iestāde vēstuli jau ir nosūtījusi, ierakstiet tās numuru un datumu.
filing-number = { $code }: kāds ir parakstītās vēstules numurs un datums? Uzrakstiet abus vienā ziņā, piemēram: «Nr. 1-12/345, 29.01.2021.».
filing-unsure = { $code }: no Jūsu ziņas nevar droši saprast, kāds numurs ir parakstītajai vēstulei. Uzrakstiet numuru un datumu vienā ziņā, piemēram: «Nr. 1-12/345, 29.01.2021.».
filing-date = Vēstules numurs: { $number }. Kāds ir tās datums? Piemēram: «29.01.2021.».
filing-unclear = Šo datumu nesapratām. Uzrakstiet vēstules datumu, piemēram: «29.01.2021.». Numurs ({ $number }) ir saglabāts.
filing-future = Vēstules datums nevar būt vēlāks par šodienu. Uzrakstiet to vēlreiz, piemēram: «29.01.2021.». Numurs ({ $number }) ir saglabāts.
filing-signed =
    { $late ->
        [yes] <b>Ierakstīts kā saņemts pēc kārtas slēgšanas.</b> Vēstule: { $code }, { $on }, Nr. { $number }. Atbildes tajā: { $count }.
       *[no] <b>Vēstule ir pierakstīta:</b> { $code }, { $on }, Nr. { $number }. Atbildes tajā: { $count }; to teksts vairs nemainās, un ziņojumā būs tieši tas.
    }
filing-told =
    { $late ->
        [yes] <b>Vēstule saņemta pēc kārtas slēgšanas:</b> { $code }, { $on }, Nr. { $number } ({ $title }). Atbildes tajā: { $count }.
       *[no] <b>Vēstule parakstīta:</b> { $code }, { $on }, Nr. { $number } ({ $title }). Atbildes tajā: { $count }.
    }
filing-still-lacking = Vēl nav saņemts: { $numbers }

## Pārskats koordinatoram

filings =
    <b>Iestāžu vēstules</b>
    { $title }
filings-others = Pārējās rāda komanda ar saīsinājumu, piemēram: /vestule VARAM
filing-one =
    { $letter ->
        [none] <b>{ $code }</b>: { $told }
       *[other] <b>{ $code }</b>: { $told }; { $letter }
    }
filing-count-awaited = gaidām { $count }
filing-count-received = saņemts { $count }
filing-count-signing = tiek parakstīts { $count }
filing-count-letter = vēstulē { $count }
filing-count-skipped = neprasām { $count }
filing-count-missed = nav saņemts { $count }
filing-briefly = Nr. { $number } ({ $on })
filing-body = { $code }

## Vēstules fails

filing-ready = <b>Vēstules projekts: { $code }</b> ({ $turn }. reizi). Atbildes tajā: { $count }.
filing-lacking = Vēstulē norādīts, ka vēl nav saņemts: { $lacking }.
filing-next = Labojiet noformējumu programmā Word, parakstiet savā lietvedībā, tad ierakstiet vēstules numuru un datumu. Ja jāmaina saturs, labojiet atbildes un sagatavojiet vēstuli vēlreiz.
filing-bad-template = Vēstuli neizdevās sagatavot, jo iestatījumos norādītā Word veidne nav derīga. Koordinators var paņemt jaunu veidni ar komandu «forumbot letter --new-template».

filing-doc-file = vestule
filing-doc-date = ____.____.________. Nr. ____________
filing-doc-reference = Uz ____.____.________. Nr. ____________
filing-doc-subject = Par rīcības plāna izpildi { $year }. gadā
filing-doc-opening = Iesniedzam informāciju par rīcības plāna izpildi { $year }. gadā. Plāns: { $plan }
filing-doc-before = Šī vēstule papildina iepriekšējo: { $on }, Nr. { $number }.
filing-doc-body = Iestāde: { $name }
filing-doc-lacking = Vēl nav saņemta informācija
filing-doc-item = { $number } { $title } – { $code }
filing-doc-signer = (amats) ____________________________ (vārds, uzvārds)
filing-doc-signed = Dokuments parakstīts ar drošu elektronisko parakstu un satur laika zīmogu.
filing-doc-prepared = Sagatavoja: { $who }
filing-doc-mark = Projekts: { $turn }. reizi sagatavots { $when }

command-vestule = iestādes vēstule par atbildēm
    .word = vestule
card-filing = Vēstule

## Vārdi, pēc kuriem pazīst ziņu, ka vēstule ir nosūtīta («Nosūtīts ar vēstuli Nr. 1-12/34, 05.03.2026.»)

letter-words-letter = vēstule|vēstuli|vēstulē|vēstules
letter-words-small = nosūtīts|nosūtīta|nosūtīti|nosūtītas|nosūtīju|nosūtījām|nosūtīja|iesniegts|iesniegta|iesniegti|iesniegtas|iesniedzu|iesniedzām|parakstīts|parakstīta|parakstītā|parakstīto|ar|ir|tika|jau|oficiālu|oficiālā|oficiāla|mūsu|iestādes|atbilde|atbildes|informācija|datums|datēta|no|numurs|numuru|nr|gada|un
letter-words-beside = pielikumā|pievienota|pievienotā|pievienots|pievienoju|pievienojam|sūtu|sūtām|nosūtu|nosūtām|iesniedzu|iesniedzam|sniedzam|lūdzu|skatīt|skat|pdf|edoc|asice|fails|elektroniski|dokuments
# Kas pasaka, ka numurs ir citas vēstules: «atbilde uz Jūsu vēstuli Nr. 5»; un kam vēl mēdz būt numurs (vārda sākums).
letter-words-answered = uz|jūsu|atbildot|vēstuli
letter-words-numbered = noteikum|rīkojum|likum|lēmum|protokol|projekt|plān|pasākum|apņemšan|līgum|pielikum|iepirkum|vēstulei|vēstulēm|pant|punkt|redakcij|kārt
