### Darba lapa: viss, ko dalībnieks redz un dara pārlūkā, bez konta.

ws-title = Darba lapa
ws-skip = Pāriet uz saturu
ws-menu = Lapas
ws-settings = Iestatījumi
ws-data = Dati par mani
ws-switch = Valoda
ws-personal = Šī lapa ir personiska. Lūdzu, nepārsūtiet tās saiti. Pēdējā diena, kad saite derīga: { $until }.
ws-page-of = { $page } – { $title }
ws-failed-title = Kļūda: { $page }
ws-back = Uz darba lapu
ws-required = (obligāti)
ws-optional = (nav obligāti)

## Sākums

ws-intro = Par šo visu atbildat Jūs. Atbildēt var šeit, bez konta un paroles; tas, ko rakstāt, ir melnraksts, līdz iestāde to ir saskaņojusi.
ws-open = Gaidām Jūsu atbildi
ws-none-open = Pašlaik no Jums nekas nav gaidāms. Par jaunu termiņu ziņosim.
ws-answered = Jau atbildēts
ws-of-body = Citi Jūsu iestādes pasākumi
ws-of-body-hint = Par tiem jautājam kolēģiem, bet atbildēt varat arī Jūs.
ws-body = Iestāde
ws-answer = Atbildēt
ws-look = Apskatīt vai labot
ws-answer-about = – { $number }
ws-last-word = Ierakstīts: { $completion }
ws-not-answered = Vēl nav atbildēts

## Pasākums

ws-due = Termiņš
ws-basis = Pamats
ws-plan-due = Izpildes termiņš plānā
ws-result = Sagaidāmais rezultāts
ws-closed = Šis atskaites termiņš ir slēgts, tāpēc neko vairs nevar mainīt. Ja labojums ir svarīgs, lūdzu, rakstiet koordinatoram.
ws-skipped = Koordinators šo atbildi vairs negaida. Iemesls: { $reason }
ws-your-answer = Ierakstītā atbilde
ws-status = Stāvoklis
ws-no-status = nav norādīts; paliek tas, kas ierakstīts iepriekš
ws-done = Paveikts
ws-obstacles = Šķēršļi
ws-next-step = Nākamais solis
ws-why-nothing = Nav ko ziņot, jo
ws-version = { $version }. redakcija, { $when }. Atbildēja: { $name }.
ws-written = Ierakstīts platformā.
ws-waits = Saglabāts; ierakstām platformā. Jums nekas vairs nav jādara.
ws-refused = Saglabāts. Platformā to neizdevās ierakstīt; koordinators par to ir informēts. Jums nekas vairs nav jādara.
ws-draft = Saņemts (projekts): iestāde vēl nav parakstījusi, nav publisks.
ws-filed = Parakstītajā vēstulē ir { $version }. redakcija: { $on }, Nr. { $number }. Jauns labojums vēstuli nemaina.
ws-public = Teksts publicēšanai
ws-public-hint = Koordinatora rediģēts teksts ({ $version }. redakcijai, { $when }); ziņojumā būs tas. Jūsu vārdi nav mainīti.
ws-is-internal = Ierobežotas pieejamības atbilde: teksts ir redzams tikai šajā lapā.
ws-is-unchanged = Bez izmaiņām.
ws-withdraw = Atsaukt atbildi…
ws-withdraw-hint = Platformā atjaunosim to, kas tur bija iepriekš, un šo jautājumu uzdosim vēlreiz. Atsauktā atbilde paliek vēsturē.
ws-withdraw-yes = Atsaukt


ws-record = Pēdējais ieraksts
ws-record-since = Pēdējais ieraksts ({ $on })
ws-unchanged-mandatory = Ja nekas nav mainījies, ziņojumā būs šāds ieraksts:
ws-unchanged-voluntary = Ja nekas nav mainījies, varat to paturēt:
ws-unchanged-why = Kas kavē sākt?
ws-unchanged-why-hint = Ierakstīts, ka darbs nav sākts. Ziņojuma lasītājs grib zināt, kāpēc.
ws-unchanged-submit = Bez izmaiņām – tā arī iesniegt
ws-unchanged-keep = Bez izmaiņām

ws-new-answer = Jūsu atbilde
ws-change-answer = Labot atbildi
ws-day-off = ({ $given } ir brīvdiena)
ws-sheet-lead = Atbildīgā iestāde
ws-sheet-co-lead = Līdzatbildīgās iestādes
ws-sheet-contact = Kontaktpersona
ws-words-hint =
    { $kind ->
        [comments] Savi iebildumi vai papildinājumi par projektu.
       *[filling] Kas jālabo vai jāpapildina: lomas, starprezultāti, termiņi – tieši tā, kā tiem jābūt.
    }
ws-error-say = Uzrakstiet, kas jālabo vai jāpapildina.
ws-choice-nothing = Nav ko ziņot
ws-choice-nothing-about = Paliek tas, kas ierakstīts. Kāpēc nav ko ziņot, lūdzu, uzrakstiet laukā «Šķēršļi».
ws-done-label = Kas paveikts
ws-done-hint = Dažos teikumos: kas izdarīts un kā to var redzēt. Šo tekstu lieto ziņojumā.
ws-obstacles-label = Šķēršļi
ws-obstacles-hint = Kas traucēja izdarīt vairāk. Obligāti, ja darbs nav sākts vai nav ko ziņot.
ws-next-label = Nākamais solis
ws-next-hint = Kas notiks tālāk un kad.
ws-internal-label = Atbildē ir ierobežotas pieejamības informācija
ws-internal-hint = Tad teksts paliek tikai šajā lapā, Jūsu iestādes atbildētājiem: to nerādām sarunās, vēstulēs un ziņojumā, un platformā ierakstām tikai stāvokli. Arī pierādījumi paliek tikai šeit.
ws-submit = Iesniegt atbildi
ws-submit-change = Iesniegt labojumu

## Stāvokļu skaidrojumi

ws-means-not-started = Neviens darbs vēl nav uzsākts.
ws-means-limited = Kaut kas ir izdarīts, bet lielākā daļa darbu vēl priekšā.
ws-means-substantial = Lielākā daļa darbu ir padarīta, bet viss vēl nav pabeigts.
ws-means-complete = Viss paredzētais ir izdarīts.
ws-means-no-evidence = Nav nekā, no kā varētu spriest, cik tālu darbs ir. Tas nav tas pats, kas «Nav sākts».

## Pierādījumi

ws-evidence = Pierādījumi
ws-evidence-hint = Saite, attēls vai fails (līdz { $most } MB), kas parāda paveikto. Glabājas pie atbildes; nav publisks.
ws-evidence-none = Vēl nav neviena.
ws-evidence-link = Saite
ws-evidence-link-hint = Sākas ar https://
ws-evidence-file = Fails
ws-evidence-add = Pievienot pierādījumu
ws-evidence-dead = Šī saite vairs neatveras; lūdzu, pievienojiet citu.
ws-evidence-drop = Noņemt
ws-evidence-drop-what = : { $name }
ws-evidence-picture = attēls

## Palīdzība

ws-help = Ja pašlaik neatbildat
ws-help-hint = Ziņosim koordinatoram, un trīs darba dienas par to neatgādināsim. Atbildēt varat jebkurā brīdī.
ws-help-why = Kas traucē atbildēt?
ws-help-data = Trūkst datu
ws-help-sign-off = Nav saskaņots iestādē
ws-help-extension = Vajadzīgs vairāk laika
ws-help-not-mine = Par to neatbildu es
ws-help-not-mine-about = Zemāk uzrakstiet, kas tagad par to atbild: vārdu un e-pastu.
ws-help-extension-about = Norādiet zemāk, līdz kuram datumam un kāpēc; lems koordinators.
ws-help-letter = Atbilde nosūtīta ar vēstuli
ws-help-letter-about = Zemāk uzrakstiet vēstules datumu vai numuru; tad par to vairs neatgādināsim.
ws-help-until = Līdz kuram datumam
ws-help-until-hint = Tikai tad, ja vajadzīgs vairāk laika. Tagad termiņš: { $due }
ws-help-other = Cits iemesls
ws-help-words = Paskaidrojums
ws-help-words-hint = Kas koordinatoram būtu jāzina.
ws-help-send = Nodot koordinatoram
ws-help-reason = { $trouble ->
    [data] Trūkst datu.
    [sign_off] Nav saskaņots iestādē.
    [not_mine] Par to neatbildat Jūs.
    [extension] Vajadzīgs vairāk laika.
   *[other] Cits iemesls.
}
ws-help-standing = Nodots koordinatoram: { $reason }

## Iestatījumi

ws-settings-intro = Šie iestatījumi attiecas uz to, ko rakstām paši. Uz to, ko rakstāt Jūs, atbildam uzreiz. Termiņus tie nemaina; ja līdz termiņam Jūsu izvēlētās dienas vairs nav, atgādināsim citā darba dienā.
ws-set-language = Valoda
ws-set-channel = Kur Jums rakstīt
ws-set-channel-email = E-pastā
ws-set-channel-telegram = Lietotnē Telegram
ws-set-channel-no-chat = Ja gribat, lai rakstām lietotnē Telegram, palūdziet koordinatoram saiti.
ws-set-hours = Kurā dienas daļā ({ $hours })
ws-set-hours-all = Visu dienu
ws-set-hours-morning = No rīta
ws-set-hours-afternoon = Pēcpusdienā
ws-set-days = Kurās dienās
ws-save = Saglabāt

## Dati

ws-data-intro = Šeit ir viss, kas par Jums ir saglabāts. Sarunas adresi platformā neierakstām un nevienam nerādām.
ws-data-roster = Foruma saraksta rinda
ws-data-roster-hint = To kārto koordinators platformā. Ja kaut kas nav pareizi, lūdzu, rakstiet koordinatoram.
ws-data-name = Vārds
ws-data-post = Amats
ws-data-email = E-pasts
ws-data-phone = Tālrunis
ws-data-chats = Saziņas kanāli
ws-data-no-chats = Neviena saruna nav pievienota.
ws-data-chat-since = { $channel }, { $since }
ws-data-heard =
    { $messages ->
        [zero] Saglabātas { $messages } Jūsu ziņas un pogu spiedieni, kā tie saņemti.
        [one] Saglabāta { $messages } Jūsu ziņa vai pogas spiediens, kā tas saņemts.
       *[other] Saglabātas { $messages } Jūsu ziņas un pogu spiedieni, kā tie saņemti.
    }
ws-data-answers = Atbildes iestādes vārdā
ws-data-no-answers = Vēl nav nevienas.
ws-data-answer = { $number } – { $when }, { $version }. redakcija
ws-data-download = Lejupielādēt manus datus
ws-data-file = mani-dati.json
ws-forget = Dzēst manus datus
ws-forget-hint = Dzēsīsim saziņas adreses, visas ziņas, iestatījumus un iesākto, arī to, ko rakstījāt, lūdzot palīdzību; vairs Jums nerakstīsim, un visas personiskās saites, arī šī, vairs nederēs. Atbildes, kas dotas iestādes vārdā, ar pierādījumiem un foruma saraksta rinda paliek: tās pieder iestādei un koordinatoram.
ws-forget-sure = Jā, dzēst un to vairs nevar atsaukt
ws-forget-do = Dzēst
ws-forgotten = Dzēsts
ws-forgotten-text = Saziņas adreses un ziņas pie mums vairs nav saglabātas, un šī saite vairs neder. Vairs Jums nerakstīsim; atsākt varat ar koordinatora saiti.

## Kas izdarīts

ws-said-answered = Paldies! Atbilde ir saņemta un saglabāta.
ws-said-unchanged = Paldies! Ierakstīts, ka nekas nav mainījies.
ws-said-withdrawn = Atbilde ir atsaukta.
ws-said-attached = Pierādījums ir pievienots.
ws-said-dropped = Pierādījums ir noņemts.
ws-said-helped = Nodots koordinatoram.
ws-said-lettered = Paldies! Vēstule ir pierakstīta; par to vairs neatgādināsim.
ws-said-saved = Iestatījumi ir saglabāti.
ws-said-already = Tas jau ir izdarīts; nekas nav mainīts.
ws-error-too-many = Pie šīs atbildes jau ir { $most } pierādījumi, vairāk šeit pievienot nevar. Lūdzu, pārējos ievietojiet platformas bibliotēkā «Pierādījumi».
ws-said-next = Vēl gaidām: { $number }
ws-said-all = Vairāk nekas nav gaidāms.
ws-said-colleague = Pirms Jums jau bija atbildēts. Atbildēja: { $name }. Tagad spēkā ir Jūsu atbilde; iepriekšējā ir saglabāta:

## Kļūdas

ws-wrong = Lūdzu, pārbaudiet
ws-error-choice = Izvēlieties, kāds bija stāvoklis.
ws-error-done = Uzrakstiet, kas paveikts.
ws-error-obstacles = Uzrakstiet, kāpēc: kas traucēja.
ws-error-changed = Kamēr lapa bija atvērta, ieraksts platformā mainījās. Lūdzu, izlasiet to vēlreiz.
ws-error-why = Uzrakstiet, kas kavē sākt.
ws-error-long = Šis teksts platformā neietilpst (vairāk nekā { $most } zīmju). Lūdzu, saīsiniet to.
ws-error-trouble = Izvēlieties, kas traucē.
ws-error-words = Uzrakstiet, kas traucē.
ws-error-letter = Uzrakstiet vēstules datumu vai numuru.
ws-error-until = Norādiet datumu, līdz kuram vajadzīgs laiks.
ws-error-until-early = Jaunajam termiņam jābūt vēlākam par to, kas ir tagad: { $due }.
ws-error-until-far = Termiņu var pagarināt ne vairāk kā par pusgadu; tagad tas ir: { $due }.
ws-error-nothing-given = Norādiet saiti vai izvēlieties failu.
ws-error-link = Saitei jāsākas ar https:// vai http://, un tajā nedrīkst būt atstarpju.
ws-error-long-link = Šī saite platformā neietilpst: tā ir garāka par { $most } zīmēm.
ws-error-large = Fails ir lielāks par { $most } MB. Lūdzu, ievietojiet to platformas bibliotēkā «Pierādījumi» vai norādiet saiti.
ws-error-empty = Šis fails ir tukšs.
ws-error-day = Vismaz vienai dienai jāpaliek.
ws-error-sure = Atzīmējiet, ka tiešām vēlaties dzēst.
ws-error-chosen = Izvēlieties vienu no piedāvātajām iespējām.

## Kad lapu nevar parādīt

ws-gone-title = Šī saite vairs nav derīga
ws-gone = Jaunu nosūtīsim uz e-pasta adresi, kas norādīta foruma sarakstā.
ws-gone-send = Sūtīt jaunu saiti
ws-sent-title = Paldies
ws-sent = Ja foruma sarakstā ir norādīta Jūsu e-pasta adrese, jauna saite uz to ir ceļā. Ja dažu minūšu laikā tās nav, lūdzu, rakstiet koordinatoram.
ws-unknown-title = Šī saite nav derīga
ws-unknown = Lūdzu, pārbaudiet, vai adrese ir visa: garu saiti e-pasta programma dažkārt pārdala. Ja tas nepalīdz, palūdziet koordinatoram jaunu saiti.
ws-missing-title = Šādas lapas nav
ws-missing = Par to tagad atbild cits cilvēks, vai arī tas vairs nav jāziņo. Ja tā nav, lūdzu, rakstiet koordinatoram.
ws-trouble-title = Pašlaik to nevar saglabāt
ws-trouble = Sistēma pašlaik nav pieejama. Jūsu teksts nav zudis: tas ir redzams zemāk. Pēc brīža mēģiniet vēlreiz.
ws-trouble-read = Sistēma pašlaik nav pieejama. Lūdzu, pēc brīža mēģiniet vēlreiz.
ws-trouble-again = Mēģināt vēlreiz
ws-foreign-title = Tas nav pieņemts
ws-foreign = Šis pieprasījums nenāca no darba lapas, tāpēc nekas nav mainīts. Lūdzu, atveriet saiti no vēstules un mēģiniet vēlreiz.
ws-large-title = Tas ir pārāk liels
ws-large = Nosūtīts vairāk, nekā šeit var saņemt, tāpēc nekas nav mainīts.

ws-files = Darba lapa kā datne
ws-files-hint = Ja ērtāk, lejupielādējiet darba lapu, aizpildiet un nosūtiet to, atbildot uz jebkuru mūsu vēstuli.
ws-file-word = Lejupielādēt Word datni
ws-file-excel = Lejupielādēt Excel datni

## Iestādes vēstule un ziņojums

ws-filing-title = Vēstule: { $name }
ws-filing-letters = Iestādes vēstule
ws-filing-letters-hint = No saņemtajām atbildēm sagatavojam vēstules projektu parakstīšanai iestādē.
ws-filing-awaited = Atbildes, kuras vēl gaidām: { $awaited } no { $count }.
ws-filing-signed =
    { $late ->
        [yes] Vēstule saņemta pēc kārtas slēgšanas: { $on }, Nr. { $number }.
       *[no] Vēstule parakstīta: { $on }, Nr. { $number }. Tās teksts vairs nemainās.
    }
ws-filing-changed = Atbildes, kas mainītas pēc vēstules sagatavošanas: { $numbers } Vēstulē un ziņojumā paliek tas, kas parakstīts.
ws-filing-holds = Kas tiek iesniegts
ws-filing-state =
    { $state ->
        [awaited] gaidām
        [received] saņemts (projekts)
        [signing] tiek parakstīts
        [letter] vēstulē
        [skipped] neprasām
       *[missed] nav saņemts
    }
ws-filing-file = Vēstules projekts
ws-filing-made = Sagatavots { $when } ({ $turn }. reizi).
ws-filing-download = Lejupielādēt .docx
ws-filing-again = Sagatavot vēlreiz
ws-filing-make-hint = Vēstulē būs viss, kas līdz šim atbildēts; kas vēl nav atbildējis, tajā būs nosaukts.
ws-filing-number-hint = Kad vēstule ir parakstīta Jūsu lietvedībā, ierakstiet tās numuru un datumu. No tā brīža teksts vairs nemainās.
ws-filing-late-hint = Kārta ir slēgta. Oficiālu vēstuli pierakstām arī tagad, kā saņemtu pēc slēgšanas: ierakstiet tās numuru un datumu.
ws-filing-reopen-hint = Ja numurs ierakstīts kļūdas pēc, to var izņemt; tad vēstule atkal tiek parakstīta.
ws-filing-number = Vēstules numurs
ws-filing-date = Vēstules datums
ws-said-filing-made = Vēstules projekts ir sagatavots; to var lejupielādēt.
ws-said-filing-signed = Vēstules numurs un datums ir ierakstīts.
ws-said-filing-reopened = Vēstules numurs un datums ir izņemts; vēstule atkal tiek parakstīta.
ws-error-filing-empty = Nav nevienas atbildes, kuras nebūtu parakstītā vēstulē, tāpēc vēstuli sagatavot nevar.
ws-error-filing-number = Ierakstiet vēstules numuru.
ws-error-filing-date = Norādiet vēstules datumu.
ws-error-filing-future = Vēstules datums nevar būt vēlāks par šodienu.
ws-template-title = Vēstuli neizdevās sagatavot
ws-template = Iestatījumos norādītā Word veidne nav derīga. Lūdzu, rakstiet koordinatoram.

ws-record-reports = Ziņojumi
ws-record-counts = Saņemto atbilžu skaits: { $received } no { $wanted }.
ws-record-draft = Ziņojums, kāds tas ir tagad
ws-record-final = Galīgais ziņojums
ws-record-file = Fails
ws-record-taken = Iesniegts
ws-record-changed = Kopš tā mainījušās atbildes: { $numbers } Galīgo ziņojumu tas nemaina.
ws-record-same = Kopš tā nekas nav mainījies.
ws-record-bring = Iesniegt galīgo ziņojumu
ws-record-another = Iesniegt labotu galīgo ziņojumu
ws-record-hint = Fails, kādu to publicēja vai publicēs. Glabāsim to ar kontrolsummu; vēlākas atbildes to nemaina.
ws-record-keep = Iesniegt
ws-record-places = Kur publicēts
ws-record-tick = Atzīmēt, ka publicēts
ws-record-undo = Atcelt
ws-record-done = publicēts { $when }, { $by }
ws-record-elsewhere = Cita vieta
ws-said-record-taken = Galīgais ziņojums ir saglabāts.
ws-said-record-marked = Atzīmēts.
ws-error-record-none = Izvēlieties failu, kas nav tukšs.
ws-error-record-large = Fails ir lielāks par { $most } MB, tāpēc to šeit iesniegt nevar.
ws-error-record-place = Ierakstiet, kur ziņojums ir publicēts.
ws-measure-paper = Darba lapa ar visu vēsturi:
ws-beside = Citu iestāžu atbildes
ws-beside-hint = Stāvokli nosaka atbildīgās iestādes atbilde; pārējās ziņojumā ir līdzās.
ws-beside-lead = (atbildīgā iestāde)
