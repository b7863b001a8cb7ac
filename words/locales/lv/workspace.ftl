### Platforma: kas nav ierakstīts un kāpēc.

echo-later = <b>Jūsu atbilde tagad ir ierakstīta platformā</b> ({ $version }. redakcija).
conflict =
    <b>Platformā kāds mainīja to pašu, ko atbildē norādīja dalībnieks.</b>
    { $number ->
        [none] { $title }
       *[other] { $number }. { $title }
    }
    Platformā palika tās ieraksts; atbilde ir saglabāta. Lūdzu, izlemiet, kurš ir pareizs, un ierakstiet to platformā.
conflict-editor = Mainīja: { $editor }
conflict-field =
    <b>{ $field }</b>
    Platformā: «{ $theirs }»
    Atbildē: «{ $ours }»
conflict-nothing = nav nekā
field-completion = Izpilde
field-completion-on = Izpildes datums
field-done = Paveiktais
field-other = { $name }
push-failed =
    <b>Atbildi nevar ierakstīt platformas sarakstā «{ $list }».</b> Tā ir saglabāta un nav zudusi.
    Iemesls: { $reason }
list-stopped =
    <b>Saraksts «{ $list }» pašlaik netiek lasīts.</b>
    { $reason }
    Pārējie saraksti tiek lasīti kā parasti; kad šis būs sakārtots, ziņosim.
list-reads-again = Saraksts «{ $list }» atkal tiek lasīts. Nekas vairs nav jādara.
to-put-right = <b>Platformas sarakstos kaut kas jāsakārto</b>
to-put-right-line = – { $sentence }
to-put-right-linked = { $sentence } <a href="{ $link }">Atvērt rindu</a>
to-put-right-more =
    { $count ->
        [zero] Un vēl { $count } vietas; visas parāda komanda «forumbot sync».
        [one] Un vēl { $count } vieta; visas parāda komanda «forumbot sync».
       *[other] Un vēl { $count } vietas; visas parāda komanda «forumbot sync».
    }
