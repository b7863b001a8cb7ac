### Platforma: kas nav ierakstīts un kāpēc.

echo-later = <b>Jūsu atbilde tagad ir ierakstīta platformā</b> ({ $version }. redakcija).
conflict =
    <b>Platformā kāds mainīja to pašu, ko atbildē norādīja dalībnieks.</b>
    { $number ->
        [none] { $title }
       *[other] { $number } { $title }
    }
    Platformā pagaidām paliek tās ieraksts; atbilde ir saglabāta.
conflict-ask = Kurš ieraksts ir pareizs?
conflict-by-hand = Lūdzu, izlemiet, kurš ir pareizs, un ierakstiet to platformā.
conflict-editor =
    { $when ->
        [none] Mainīja: { $editor }
       *[other] Mainīja: { $editor } ({ $when })
    }
conflict-mine =
    <b>{ $number ->
        [none] Atbilde un platforma atšķiras.
       *[other] { $number } Atbilde un platforma atšķiras.
    }</b>
    Kamēr rakstījāt, šo ierakstu platformā nomainīja { $editor ->
        [none] kāds cits
       *[other] { $editor }
    }{ $when ->
        [none] {""}
       *[other] {" "}({ $when })
    }. Jūsu atbilde ir saglabāta. Kuru ierakstu atstāt platformā?
conflict-compare =
    { $number ->
        [none] <b>Abi ieraksti</b>
       *[other] <b>{ $number } Abi ieraksti</b>
    }
conflict-mine-button = Ierakstīt manu
conflict-ours-button = Ierakstīt atbildi
conflict-theirs-button = Atstāt platformas
conflict-compare-button = Salīdzināt
conflict-settled =
    <b>{ $number ->
        [none] {""}
       *[other] { $number }{" "}
    }{ $choice ->
        [ours] Platformā ierakstām atbildi.
       *[theirs] Platformas ieraksts paliek; atbilde ir saglabāta.
    }</b>
conflict-chosen = { $field }: «{ $value }»
edits-waiting =
    <b>Platformā vienā reizē mainītas vairākas pasākumu rindas.</b>
    { $name ->
        [none] Nav zināms, kurš tās mainīja
       *[other] Mainīja: { $name }
    } ({ $when }). Pasākumi: { $numbers }

    Vai tās ir iestādes atbildes?
edits-yes = Jā, atbildes
edits-no = Nē, tikai sakārtots
edits-decided =
    { $answers ->
        [yes] Skatījām { $count ->
            [zero] { $count } izmaiņas
            [one] { $count } izmaiņu
           *[other] { $count } izmaiņas
        }: tās, par kurām iestādei jāatbild, ir ierakstītas kā atbildes.
       *[no] Izmaiņas nav uzskatītas par atbildēm; atgādinājumi turpinās kā līdz šim.
    }
shrink = <b>No saraksta «{ $list }» vienlaikus pazudušas daudzas rindas: { $gone } no { $known }.</b>
shrink-anew =
    <b>Saraksts «{ $list }» ir izveidots no jauna.</b>
    Iepriekšējā rindas (skaits: { $gone }) forumam ir zināmas, bet jaunajā sarakstā tās nevar atpazīt. Jaunais pagaidām netiek lasīts.
shrink-keeps = Forums tās pagaidām patur. Ja tās pazuda kļūdas dēļ, lūdzu, atjaunojiet tās platformas atkritnē.
shrink-follows =
    Ja noņemsiet: { $noun ->
        [person] šo cilvēku sarunas ar foruma palīgu tiks slēgtas un atgādinājumus viņi vairs nesaņems
        [measure] atgādinājumi par šiem pasākumiem beigsies
        [reply] forums jaunajā sarakstā ierakstīs katru atbildi ar tās nākamo redakciju
       *[other] šīs rindas forumā vairs nebūs spēkā
    }{ $anew ->
        [yes] , un jaunā saraksta rindas tiks nolasītas kā jaunas
       *[no] {""}
    }. Saņemtās atbildes paliek.
shrink-ask = Ko darīt?
shrink-believe = Ticu, noņemt
shrink-wait = Gaidīt
shrink-settled =
    { $waits ->
        [yes] Gaidām: saraksta «{ $list }» rindas (skaits: { $count }) forums patur. Kad tās būs atjaunotas, viss turpināsies pats no sevis.
       *[no] Noņemam saraksta «{ $list }» rindas (skaits: { $count }); tas notiks ar nākamo lasīšanu.
    }
conflict-field =
    <b>{ $field }</b>
    Platformā: «{ $theirs }»
    Atbildē: «{ $ours }»
conflict-nothing = nav nekā
field-completion = Izpilde
field-completion-on = Izpildes datums
field-done = Paveiktais
field-next-step = Nākamais solis
field-obstacles = Šķēršļi
field-other = { $name }
push-failed =
    <b>Atbildi nevar ierakstīt platformas sarakstā «{ $list }».</b> Tā ir saglabāta un nav zudusi.
    Iemesls: { $reason }
overruled =
    <b>Sarakstā «{ $list }» forums savu ierakstu ielika atpakaļ.</b>
    Šīs kolonnas raksta forums, tāpēc tur mainītais ir aizstāts:
overruled-row =
    – rinda { $row }: { $columns }{ $editor ->
        [none] {""}
       *[other] {" "}(mainīja: { $editor })
    }
overruled-more =
    { $count ->
        [zero] Un vēl { $count } rindas.
        [one] Un vēl { $count } rinda.
       *[other] Un vēl { $count } rindas.
    }
overruled-how = Jums nekas nav jādara. Ja kādu no šīm kolonnām tomēr rakstāt Jūs, to nosaka iestatījums { $setting }.
list-stopped =
    <b>Saraksts «{ $list }» pašlaik netiek lasīts.</b>
    { $reason }
    Pārējie saraksti tiek lasīti kā parasti; kad šis būs sakārtots, ziņosim.
list-reads-again = Saraksts «{ $list }» atkal tiek lasīts. Nekas vairs nav jādara.
to-put-right =
    <b>Platformas sarakstos kaut kas jāsakārto</b>
    Skaitļi atver rindas. Kas būs sakārtots, no šī saraksta pazudīs pats.
to-put-right-list = <b>{ $list }</b>
to-put-right-row = <a href="{ $link }">{ $row }</a>
to-put-right-rows = vēl { $count }
to-put-right-line = – { $sentence }
to-put-right-linked = { $sentence } <a href="{ $link }">Atvērt rindu</a>
to-put-right-more =
    { $count ->
        [zero] Un vēl { $count } vietas; visas parāda komanda «forumbot sync».
        [one] Un vēl { $count } vieta; visas parāda komanda «forumbot sync».
       *[other] Un vēl { $count } vietas; visas parāda komanda «forumbot sync».
    }
