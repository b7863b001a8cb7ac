### Darba lapa kā Word vai Excel datne, un ko no atsūtītās izlasījām.

sheet-title = Darba lapa: informācija par { $year }. gadu
sheet-file = darba-lapa
sheet-how = Aizpildiet gaišās ailes un nosūtiet datni atpakaļ, atbildot uz mūsu vēstuli. Ko no tās izlasījām, apstiprināsim ar vēstuli.
sheet-how-empty = Par ko pašlaik neatbildat, to atstājiet tukšu. Pelēkās ailes un atslēgu, lūdzu, nemainiet: pēc atslēgas zinām, par ko atbildat.
sheet-how-restricted = Ierobežotas pieejamības informāciju, lūdzu, šeit nerakstiet.
sheet-column-number = Nr.
sheet-column-title = Nosaukums
sheet-column-body = Iestāde
sheet-column-due = Termiņš
sheet-column-record = Līdz šim zināms
sheet-column-choice = Stāvoklis gada beigās
sheet-column-done = Paveikts
sheet-column-obstacles = Šķēršļi vai iemesls
sheet-column-next-step = Nākamais solis
sheet-column-english = Teksts angliski
sheet-column-key = Atslēga
sheet-unchanged = Bez izmaiņām
sheet-nothing = Nav ko ziņot
sheet-choose = Izvēlieties stāvokli
sheet-step = Starprezultāts: { $title }
sheet-answered = Jau atbildēts.
sheet-internal = Teksts ir ierobežotas pieejamības; tas ir darba lapā tīmeklī.
sheet-no-record = Ieraksta vēl nav.

command-darbalapa = darba lapa kā Word datne; «/darbalapa excel» – kā Excel datne
    .word = darbalapa
worksheet-file = Jūsu darba lapa. Aizpildiet to un nosūtiet uz foruma e-pasta adresi, atbildot uz mūsu vēstuli.
    .mail = Pielikumā ir Jūsu darba lapa. Aizpildiet to un nosūtiet atpakaļ, atbildot uz šo vēstuli; ko no tās izlasījām, apstiprināsim.
worksheet-attached = Pielikumā ir darba lapa (Word): varat aizpildīt to un nosūtīt atpakaļ, atbildot uz šo vēstuli. Excel datni saņemsiet, ja atbildēsiet «/darbalapa excel».
worksheet-unread =
    { $why ->
        [large] Datne «{ $name }» izpakojas par lielu, tāpēc kā darba lapu to neatvērām.
        [macros] Datnē «{ $name }» ir makro, tāpēc kā darba lapu to neatvērām. Ja tā ir aizpildīta darba lapa, saglabājiet to kā .xlsx vai .docx.
        [format] Datni «{ $name }» šādā formātā kā darba lapu neatveram. Lūdzu, saglabājiet to kā .xlsx vai .docx, bez paroles.
       *[damaged] Datni «{ $name }» nevar atvērt: tā ir bojāta.
    }
worksheet-unread-kept =
    { $kept ->
        [yes] Datne ir saglabāta kā pierādījums, bet atbildes no tās nav ierakstītas.
       *[no] No tās nekas nav ierakstīts.
    }
worksheet-unread-again = Lai atbildētu ar darba lapu, lūdzu, nosūtiet to vēlreiz.

readback-sheet = <b>Darba lapu «{ $name }» izlasījām.</b>
readback-text = <b>Atbildi izlasījām.</b>
readback-none = Nekas nav ierakstīts.
readback-kept =
    { $count ->
        [zero] Ierakstītas { $count } atbildes:
        [one] Ierakstīta { $count } atbilde:
       *[other] Ierakstītas { $count } atbildes:
    }
readback-bad =
    { $count ->
        [zero] <b>Nav ierakstītas { $count } atbildes</b>
        [one] <b>Nav ierakstīta { $count } atbilde</b>
       *[other] <b>Nav ierakstītas { $count } atbildes</b>
    }
readback-saved = Platformā atbildes ierakstīsim, tiklīdz tā būs pieejama. Jums nekas vairs nav jādara.
readback-draft = <i>Saņemts (projekts): iestāde vēl nav parakstījusi, nav publisks.</i>
readback-entry = <b>{ $number }{ $of }</b> { $completion }. { $texts }
readback-entry-step =
    <b>{ $number }{ $of }</b> Starprezultāts: { $completion }{ $evidence ->
        [none] .
       *[other] ; pierādījums: { $evidence }
    }
readback-entry-words = <b>{ $number }{ $of }</b> { $texts }
readback-entry-unchanged = <b>{ $number }{ $of }</b> Bez izmaiņām; ziņojumā būs: { $completion }. { $texts }
readback-entry-nothing = <b>{ $number }{ $of }</b> Nav ko ziņot. { $texts }
readback-entry-no-status = <b>{ $number }{ $of }</b> { $texts } Stāvoklis nav norādīts; to var norādīt, atbildot, piemēram, «{ $number } Izpildīts būtiskā apjomā».
readback-entry-why = Kas traucēja izdarīt vairāk, varat pateikt, atbildot «{ $number } Šķēršļi: …».
readback-done = Paveikts: «{ $text }»
readback-obstacles = Šķēršļi: «{ $text }»
readback-reason = Iemesls: «{ $text }»
readback-next-step = Nākamais solis: «{ $text }»
readback-english = Angliski: «{ $text }»
readback-same = Jau bija ierakstīts, un nekas nav mainīts: { $numbers }
readback-again = <b>Darba lapu «{ $name }» saņēmām vēlreiz.</b> Viss, kas tajā aizpildīts, jau bija ierakstīts; nekas nav mainīts.
readback-empty = Darba lapā nav aizpildīts (vēl gaidām): { $numbers }
readback-nothing = Darba lapā nekas nav aizpildīts, tāpēc nekas nav ierakstīts.
readback-beside = Vēstulē rakstījāt arī: «{ $text }» To kā atbildi neierakstījām.
readback-fix =
    { $source ->
        [text] Lūdzu, par neierakstīto atbildiet vēlreiz, katru atbildi sākot ar numuru. Jau ierakstītais netiks ierakstīts divreiz.
       *[sheet] Lūdzu, izlabojiet šīs ailes un nosūtiet darba lapu vēlreiz. Jau ierakstītais netiks ierakstīts divreiz.
    }
readback-at =
    { $where ->
        [row] <b>{ $number }</b> { $row }. rinda, { $letter } aile «{ $column }»: { $wrong }
        [table] <b>{ $number }</b> aile «{ $column }»: { $wrong }
        [whole] <b>{ $number }</b> { $row }. rinda: { $wrong }
        [whole-table] <b>{ $number }</b> { $row }. tabula: { $wrong }
       *[text] <b>{ $number }</b> { $wrong }
    }
readback-wrong =
    { $why ->
        [choice-unknown] «{ $said }» nav neviens no stāvokļiem. Izvēlieties no saraksta.
        [choice-missing] stāvoklis nav izvēlēts.
        [done-missing] nav uzrakstīts, kas paveikts.
        [reason-missing] nav uzrakstīts iemesls.
        [no-record] «Bez izmaiņām» nav pie kā attiecināt: līdz šim nekas nav zināms. Lūdzu, uzrakstiet, kas paveikts.
        [both] izvēlēts «Bez izmaiņām», bet uzrakstīts arī, kas paveikts. Atstājiet vienu.
        [long] teksts platformā neietilpst ({ $most } zīmes ir garākais).
        [error] šūnā ir Excel kļūda «{ $said }».
        [closed] darba lapa ir par { $year }. gadu, un par to atbildes vairs nepieņem.
        [other] par to atbild cita iestāde vai cits cilvēks.
        [skipped] par to vairs nav jāatbild.
        [moved] rindas numurs ({ $said }) un atslēga ir par dažādiem pasākumiem; iespējams, rindas ir pārkārtotas bez ailes «Atslēga». Lūdzu, aizpildiet to jaunā darba lapā.
        [twice] par to ir divas dažādas rindas; nezinām, kura ir īstā.
        [ambiguous] ar šo numuru jautāts vairākas reizes, tāpēc nezinām, kas domāts. Par to jautājam atsevišķi.
        [step-words] teksts pie starprezultāta nav ierakstīts, jo par tā pasākumu atbildes vēl nav. Lūdzu, rakstiet to pie pasākuma.
        [step-state] starprezultātam šāda stāvokļa nav. Tas var būt: { completion-not-started }, { completion-limited }, { completion-substantial }, { completion-complete }.
        [step-twice] šis numurs ir starprezultātiem divos plānos. Lūdzu, norādiet stāvokli darba lapā.
        [empty] aiz numura nav teksta.
       *[unknown] pēc atslēgas un numura nevar saprast, par ko tas ir.
    }

## Vārdi, kas vienā vēstulē stāv pirms daļām; varianti atdalīti ar |

several-label-state = Stāvoklis|Statuss|Izpilde
several-label-done = Paveikts|Paveiktais|Izdarīts
several-label-obstacles = Šķēršļi|Šķērslis|Iemesls
several-label-next-step = Nākamais solis|Nākamie soļi|Turpmāk
several-label-english = Angliski|Teksts angliski
