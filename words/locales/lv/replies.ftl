### Atbildes: jautājumi, apstiprinājumi un kļūdas.

completion-no-evidence = Nav informācijas
    .short = Nav informācijas
completion-not-started = Nav sākts
    .short = Nav sākts
completion-limited = Izpildīts ierobežotā apjomā
    .short = Ierobežotā apjomā
completion-substantial = Izpildīts būtiskā apjomā
    .short = Būtiskā apjomā
completion-complete = Izpildīts
    .short = Izpildīts
completion-withdrawn = Svītrots no plāna
    .short = Svītrots no plāna

completion-means = <b>{ $completion }</b> – { $means }
ask-status =
    <b>{ $number }{ $of }</b> { $title }

    { round-question }
ask-text =
    <b>{ $number }{ $of }</b> { $title }
    Stāvoklis: { $completion }.

    Tagad vienā ziņā īsi uzrakstiet, kas paveikts{ $little ->
        [yes] {","} un, ja zināt, kas traucēja: «Šķēršļi: …».
       *[no] {"."}
    } Ierobežotas pieejamības informāciju, lūdzu, šeit nerakstiet.
ask-words =
    <b>{ $number }{ $of }</b> { $title }

    { $kind ->
        [comments] Uzrakstiet vienā ziņā savus iebildumus vai papildinājumus.
       *[filling] Uzrakstiet vienā ziņā, kas jālabo vai jāpapildina: lomas, starprezultāti, termiņi – tieši tā, kā tiem jābūt.
    } Ierobežotas pieejamības informāciju, lūdzu, šeit nerakstiet.
agreed =
    { $kind ->
        [comments] Saņemts: iebildumu nav. Ja tomēr ir kas piebilstams, nospiediet pasākuma numuru iepriekšējā ziņā. Pasākumi: { $numbers }
       *[filling] Saņemts: darba lapas ir pareizas. Ja tomēr kaut kas jālabo, nospiediet pasākuma numuru iepriekšējā ziņā. Pasākumi: { $numbers }
    }
    .mail = { $kind ->
        [comments] Saņemts: iebildumu nav. Pasākumi: { $numbers }
       *[filling] Saņemts: darba lapas ir pareizas. Pasākumi: { $numbers }
    }
echo-agreed =
    { $kind ->
        [comments] Iebildumu nav.
       *[filling] Viss pareizi, kā plānā.
    }
echo-about =
    <b>{ $number }{ $of }</b> { $kind ->
        [comments] Komentārs par projektu.
       *[filling] Darba lapa.
    }
ask-measure =
    Teksts ir saglabāts: «{ $text }»

    Uz ko tas attiecas?

ask-measure-none = Ne uz vienu
text-dropped = Labi. Teksts nav ierakstīts.

echo-written = <b>Saņemts un ierakstīts platformā</b> { $when } ({ $version }. redakcija).
echo-seen = <b>Redzējām platformā Jūsu iestādes atbildi</b> { $when } ({ $version }. redakcija). Ja kaut kas nav pareizi, lūdzu, labojiet.
echo-saved = <b>Atbilde ir saņemta un saglabāta</b> { $when } ({ $version }. redakcija). Platforma pašlaik nav pieejama; ierakstīsim, tiklīdz tā atkal darbosies. Jums nekas vairs nav jādara.
echo-refused = <b>Atbilde ir saņemta un saglabāta</b> { $when } ({ $version }. redakcija). Platformā to neizdevās ierakstīt; koordinators par to ir informēts. Jums nekas vairs nav jādara.
echo-overtaken = <b>Atbilde ir saņemta un saglabāta</b> { $when } ({ $version }. redakcija). Kopš tā laika sniegta jaunāka atbilde; platformā ierakstām to.
echo-on-behalf = <b>Koordinators ierakstīja Jūsu iestādes atbildi</b> { $when } ({ $version }. redakcija). Ja kaut kas nav pareizi, lūdzu, labojiet.
echo-status = <b>{ $number }{ $of }</b> Stāvoklis: { $completion }.
echo-no-status =
    <b>{ $number }{ $of }</b> { $kept ->
        [yes] Stāvoklis nav norādīts; paliek tas, kas ierakstīts iepriekš.
       *[no] Stāvoklis nav norādīts.
    }
echo-done = Paveikts: «{ $text }»
chat-removed = Ziņa ir dzēsta.
echo-internal = Teksts ir ierobežotas pieejamības, tāpēc šeit to nerādām; tas ir darba lapā.
echo-draft = <i>Saņemts (projekts): iestāde vēl nav parakstījusi, nav publisks.</i>
echo-outside = <i>Ārpus parakstītās vēstules (Nr. { $number }): vēstulē un ziņojumā paliek parakstītais teksts.</i>
echo-correct = Labot
echo-set-status = Norādīt stāvokli

## Pēc teksta: šķēršļi, nākamais solis; nav ko ziņot; atsaukšana

nothing-to-report = Nav ko ziņot…
ask-nothing =
    <b>{ $number }{ $of }</b> { $title }

    Kāpēc par to nav ko ziņot? Uzrakstiet vienā ziņā.
ask-obstacles =
    <b>{ $number }{ $of }</b> { $title }
    Atbilde ir saglabāta.

    Kas traucēja izdarīt vairāk? Uzrakstiet vienā ziņā. Ierobežotas pieejamības informāciju, lūdzu, šeit nerakstiet.
ask-next-step =
    <b>{ $number }{ $of }</b> { $title }

    Kāds ir nākamais solis? Uzrakstiet vienā ziņā.
no-obstacles = Nav šķēršļu
no-next-step = Bez nākamā soļa
echo-obstacles = Šķēršļi: «{ $text }»
echo-nothing = Nav ko ziņot: «{ $text }»
echo-next-step = Nākamais solis: «{ $text }»
echo-add-next-step = Nākamais solis
echo-in-english = Angliski
ask-english =
    <b>{ $number }{ $of }</b> { $title }

    Uzrakstiet to pašu angliski vienā ziņā; tas būs ziņojumā angļu valodā. Jūsu atbilde nemainās.
english-kept = <b>{ $number }{ $of }</b> Teksts angliski ir saglabāts pie atbildes: «{ $text }»
english-not = <b>{ $number }{ $of }</b> Tekstu angliski nesaglabājām: publicējamo tekstu jau ir rakstījis koordinators, vai arī atbilde ir atsaukta vai ierobežotas pieejamības.
echo-open = Atvērt platformā
echo-withdraw = Atsaukt
withdraw-ask =
    <b>{ $number }{ $of }</b> { $title }

    Vai atsaukt atbildi? Platformā atjaunosim to, kas tur bija iepriekš; šo jautājumu uzdosim vēlreiz.
withdraw-yes = Jā, atsaukt
withdraw-no = Nē
withdraw-erase = Dzēst tekstu…
withdraw-kept = Labi. Atbilde paliek, kāda bija.
echo-withdrawn =
    { $kept ->
        [written] <b>{ $number }{ $of } Atbilde ir atsaukta</b> { $when }, un platformā ir atjaunots iepriekšējais ieraksts.
       *[kept] <b>{ $number }{ $of } Atbilde ir atsaukta</b> { $when }. Platforma pašlaik nav pieejama; iepriekšējo ierakstu atjaunosim, tiklīdz tā atkal darbosies.
    }
colleague-answered = Par { $number }{ $of }{ noun-acc } jau bija atbildēts. Atbildēja: { $name }. Tagad spēkā ir Jūsu atbilde ({ $version }. redakcija); iepriekšējā ir saglabāta:
colleague-changed = Par { $number }{ $of }{ noun-acc }, par kuru atbildējāt Jūs, tagad ir jauna atbilde ({ $version }. redakcija). Atbildēja: { $name }. Jūsu atbilde ir saglabāta.
colleague-withdrew = Par { $number }{ $of }{ noun-acc }, par kuru atbildējāt Jūs, atbilde ir atsaukta ({ $version }. redakcija). Atsauca: { $name }. Jūsu atbilde ir saglabāta, bet šis jautājums atkal ir atvērts.
said-text = «{ $text }»

## Kļūdas

text-empty = Ziņa ir tukša, tāpēc nekas nav ierakstīts. Lūdzu, uzrakstiet atbildi vienā ziņā.
text-too-long = Šis teksts platformā neietilpst (vairāk nekā { $most } zīmju), tāpēc tas nav ierakstīts. Lūdzu, saīsiniet to un nosūtiet vēlreiz.
not-text =
    { $what ->
        [forwarded] Pārsūtītu ziņu par Jūsu atbildi neierakstām. Lūdzu, uzrakstiet to saviem vārdiem.
        [sticker] Uzlīmi ierakstīt nevar. Lūdzu, atbildiet ar tekstu vai pogu.
       *[other] Šādu ziņu ierakstīt nevar. Lūdzu, atbildiet ar tekstu vai pogu.
    }
    .mail = { $what ->
        [forwarded] Pārsūtītu vēstuli par Jūsu atbildi neierakstām. Lūdzu, uzrakstiet to saviem vārdiem.
       *[other] Šajā vēstulē neatradām tekstu, ko ierakstīt. Lūdzu, uzrakstiet atbildi virs mūsu vēstules teksta.
    }
flood =
    { $count ->
        [zero] Minūtes laikā no Jums pienāca vairāk nekā { $most } ziņu. Vēl { $count } ziņas ir saglabātas, bet nav izlasītas, un kā atbildes tās nav ierakstītas. Ja kaut kas no tām ir svarīgs, lūdzu, pēc minūtes uzrakstiet to vienā ziņā.
        [one] Minūtes laikā no Jums pienāca vairāk nekā { $most } ziņu. Vēl { $count } ziņa ir saglabāta, bet nav izlasīta, un kā atbilde tā nav ierakstīta. Ja tajā bija kas svarīgs, lūdzu, pēc minūtes uzrakstiet to vēlreiz.
       *[other] Minūtes laikā no Jums pienāca vairāk nekā { $most } ziņu. Vēl { $count } ziņas ir saglabātas, bet nav izlasītas, un kā atbildes tās nav ierakstītas. Ja kaut kas no tām ir svarīgs, lūdzu, pēc minūtes uzrakstiet to vienā ziņā.
    }
question-over = Šis jautājums vairs nav atvērts, tāpēc nekas nav ierakstīts. Lūdzu, sāciet no jauna ar pogu.
    .mail = Šis jautājums vairs nav atvērts, tāpēc nekas nav ierakstīts. Lūdzu, atbildiet uz vēstuli, kurā Jums par to jautāja.
edit-elsewhere = Šīs ziņas labojums neko nemaina, jo tā jau ir izmantota. Ja kaut kas jālabo, lūdzu, nospiediet pogu vēlreiz un uzrakstiet jaunu ziņu.
    .mail = Šī vēstule neko nemaina. Ja kaut kas jālabo, lūdzu, atbildiet uz mūsu vēstuli vēlreiz.
# What is said out of courtesy, each way to write it; parted by |.
chatter-words = paldies|liels paldies|pateicos|labdien|labrīt|labvakar|sveiki|sveicināti|čau|labi|skaidrs|sapratu|okei|jā|nē|jauku dienu|lai jauka diena
nothing-asked = Paldies! Pašlaik no Jums nekas nav gaidāms, tāpēc platformā nekas nav ierakstīts. Par jaunu termiņu ziņosim šeit.
round-closed = Šis atskaites termiņš ir slēgts, tāpēc platformā nekas nav mainīts. Ja labojums ir svarīgs, lūdzu, rakstiet koordinatoram.
not-yours-text = Par to tagad atbild cits cilvēks, tāpēc nekas nav ierakstīts. Ja tā nav, lūdzu, rakstiet koordinatoram.

toast-button-old = Šī poga vairs nedarbojas.
toast-already-done = Tas jau ir izdarīts.
toast-not-yours = Šī poga Jums nav paredzēta.
toast-round-closed = Šis atskaites termiņš ir slēgts.
toast-status-chosen = { $completion }
toast-too-many = Pārāk daudz spiedienu īsā laikā. Lūdzu, mēģiniet pēc minūtes.
