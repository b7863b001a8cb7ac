### Kārtas lapa: kā koordinators redz atskaites kārtu un ko ar to dara.

ws-desk-page = Kārta: { $title }
ws-desk-report = Ziņojums
ws-desk-closed = slēgts
ws-desk-state =
    { $state ->
        [received] Saņemts
        [signing] Tiek parakstīts
        [letter] Vēstulē
        [missed] Nav saņemts laikā
        [skipped] Neprasām
       *[awaited] Gaidām
    }
ws-desk-unchanged =
    { $since ->
        [none] Bez izmaiņām: { $count }.
       *[other] Bez izmaiņām { $since }: { $count }.
    }
ws-desk-unreached = Nevienam nevar rakstīt:
ws-desk-no-lead = Atbildīgās iestādes nav: { $numbers }
ws-desk-draft = Sagatavot ziņojumu
ws-desk-draft-hint = Melnraksts, kāds tas ir šobrīd; katram teikumam blakus norādīts, no kuras atbildes tas ir.
ws-desk-pack = padomes mape
ws-desk-record = Gala ziņojums un publicēšana
ws-desk-bodies = Iestādes
ws-desk-mark = Atzīmēt atgādināšanai:
ws-desk-told = Pēdējā mūsu ziņa { $at }.
ws-desk-heard = Pēdējo reizi atsaucās { $at }.
ws-desk-no-contact = Saziņas vēl nav bijis.
ws-desk-nobody = Nav neviena, kam jautāt.
ws-desk-no-way = Nevienam nevar rakstīt: lūdzu, zvaniet vai nosūtiet personisko saiti.
ws-desk-held =
    { $why ->
        [month] { $name }: atgādinājumu aizturējām { $at }, jo mēnesī jau nosūtīts, cik paredzēts.
       *[year] { $name }: atgādinājumu aizturējām { $at }, jo gadā jau nosūtīts, cik paredzēts.
    }
ws-desk-until = termiņš { $until }
ws-desk-do = Pagarināt, ierakstīt atbildi pa tālruni
ws-desk-which = Par kuriem pasākumiem
ws-desk-words = Teksts
ws-desk-words-hint = Atbilde, kā to teica pa tālruni; vai iemesls, kāpēc pagarināt vai neprasīt.
ws-desk-choice = Stāvoklis (atbildei pa tālruni)
ws-desk-enter = Ierakstīt atbildi
ws-desk-new-due = Jaunais termiņš
ws-desk-extend = Pagarināt
ws-desk-skip = Vairs neprasīt
ws-desk-remind = Atgādināt
ws-desk-remind-hint =
    { $count ->
        [zero] Atzīmējiet iestādes; ja neatzīmēsiet nevienu, atgādināsim visām, kuras gaidām ({ $count } cilvēku).
        [one] Atzīmējiet iestādes; ja neatzīmēsiet nevienu, atgādināsim visām, kuras gaidām ({ $count } cilvēkam).
       *[other] Atzīmējiet iestādes; ja neatzīmēsiet nevienu, atgādināsim visām, kuras gaidām ({ $count } cilvēkiem).
    }
ws-desk-remind-do = Atgādināt
ws-desk-again = Jā, atgādināt šodien vēlreiz
ws-desk-partners = Partneru viedokļi
ws-desk-sure = Jā, atklāt visus viedokļus; to nevar atsaukt
ws-desk-given-on = Protokola datums
ws-desk-minutes = Protokola numurs
ws-desk-opinion-edit = Labot vai atsaukt
ws-desk-opinion = Atzinuma teksts
ws-desk-opinion-hint = Vārdu pa vārdam: tā tas būs ziņojumā.
ws-said-nudged = Atgādinājumi ir sagatavoti; ārpus darba laika tos nosūtīsim nākamajā darba rītā.
ws-said-extended = Termiņš ir pagarināts; iestādei par to ziņosim.
ws-said-skipped = Vairs neprasām.
ws-said-entered = Atbilde ir ierakstīta iestādes vārdā; iestādei par to ziņosim.
ws-said-opined = Atzinums ir ierakstīts.
ws-said-unopined = Atzinums ir atsaukts.
ws-said-revealed = Viedokļi ir atklāti.
ws-error-desk-paused = Ziņu sūtīšana foruma dalībniekiem ir apturēta.
ws-error-desk-nobody = Nav neviena, kam varētu atgādināt.
ws-error-desk-again = Kādam no šiem cilvēkiem šodien jau ir atgādināts. Ja tiešām jāatgādina vēlreiz, atzīmējiet to un spiediet vēlreiz.
ws-error-desk-duty = Atzīmējiet pasākumus, par kuriem vēl gaidām atbildi.
ws-error-desk-one = Atzīmējiet vienu pasākumu, par kuru ir atbilde.
ws-error-desk-reason = Uzrakstiet iemeslu.
ws-error-desk-words = Uzrakstiet, ko iestāde teica.
ws-error-desk-until = Norādiet dienu, kas ir vēlāka par tagadējo termiņu, ne vairāk kā pusgadu.
ws-error-desk-given-on = Norādiet protokola datumu; tas nevar būt nākotnē.
ws-error-desk-minutes = Norādiet protokola numuru.
ws-error-desk-opinion = Uzrakstiet atzinuma tekstu.
ws-error-desk-reveal = Atzīmējiet, ka tiešām vēlaties atklāt.
ws-error-desk-hear-not-heard = Šī kārta partnerus vairs neuzklausa.
ws-error-desk-hear-spoken = Kāds partneris jau ir izteicies, tāpēc kārtību vairs nevar mainīt.
ws-error-desk-hear-no-key = Nav atslēgas, ar ko aizzīmogot; to izveido ar komandu «forumbot sealing-key».
ws-error-desk-hear-no-page = Darba lapa nav ieslēgta.
ws-error-desk-hear-revealed = Šajā kārtā nekas nav aizzīmogots.
ws-error-desk-hear-past = Šī diena jau ir pagājusi.
ws-error-desk-hear-key-elsewhere = Atslēgas, ar ko atklāt, šeit nav: to dara ar komandu «forumbot reveal» tas, kam atslēga ir.
chase-page = Kārtas lapa

## Neatkarīgā vērtētāja kodi

ws-coding = Neatkarīgā vērtētāja kodi
ws-coding-intro = Ierakstiet, kā pasākumu izpildi kodējis neatkarīgais vērtētājs (IRM). Ziņojumā tas ir trešais vērtējums, blakus iestādes un partnera vērtējumam; paša pasākuma ierakstu tas nemaina.
ws-coding-source = Dokuments
ws-coding-source-hint = No kura ziņojuma ir kodi; piemēram, IRM rezultātu ziņojums 2019–2021.
ws-coding-none = Nav koda
ws-said-coded = Vērtētāja kodi ir saglabāti.
ws-error-coding-source = Norādiet dokumentu, no kura ir kodi (ne vairāk kā 200 zīmes).
report-coded = Neatkarīgā vērtētāja kods: { $completion } ({ $source })
report-column-coded = Neatkarīgā vērtētāja kods

## Teksti publicēšanai

ws-wording = Teksti publicēšanai
ws-wording-intro = Iestādes vārdi paliek, kā tie doti. Teksts, ko rakstāt šeit, būs ziņojumā to vietā ar norādi, ka tas ir rediģēts. To ierakstām platformā slejā «Publicējamais teksts» un parādām tam, kurš atbildēja.
ws-wording-none = Atbilžu vēl nav.
ws-wording-count =
    { $worded ->
        [zero] Rediģēti { $worded } no { $all } atbilžu tekstiem.
        [one] Rediģēts { $worded } no { $all } atbilžu tekstiem.
       *[other] Rediģēti { $worded } no { $all } atbilžu tekstiem.
    }
ws-wording-version = { $version }. redakcija
ws-wording-stale = Šis teksts rakstīts { $version }. redakcijai, tāpēc ziņojumā tā nav. Ja tas der arī tagadējai, saglabājiet to vēlreiz.
ws-wording-write = Rakstīt tekstu publicēšanai
ws-wording-change = Mainīt tekstu publicēšanai
ws-wording-hint = Tukšs lauks nozīmē, ka ziņojumā ir iestādes vārdi.
ws-wording-english = Teksts angliski
ws-wording-english-hint = Tas pats angliski; tas būs ziņojumā angļu valodā.
ws-said-worded = Teksts ir saglabāts; ierakstām to platformā un parādām iestādei.
ws-said-unworded = Teksts ir noņemts; ziņojumā būs iestādes vārdi.
ws-error-wording-since = Kamēr rakstījāt, kāds tekstu mainīja: augstāk ir tas, kas ir spēkā tagad. Ja jāpaliek Jūsējam, saglabājiet vēlreiz.
ws-english-hint = Tas pats angliski, ja Jums tas ir: tas būs ziņojumā angļu valodā.
ws-sign-by = Jānodod parakstīšanai
