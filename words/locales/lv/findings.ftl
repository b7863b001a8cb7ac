### Kas platformā atrasts nepareizs: teikums par katru lietu un tas, kas jādara.

place-list = Saraksts «{ $list }» netiek lasīts
place-row =
    { $list ->
        [none] { $rows ->
            [single] Rinda ar ID { $row }
           *[several] Rindas ar ID { $row }
        }
       *[other] { $rows ->
            [single] Saraksts «{ $list }», rinda ar ID { $row }
           *[several] Saraksts «{ $list }», rindas ar ID { $row }
        }
    }
place-cell = { place-row }, kolonna «{ $column }»
technical-hint =
    { $detail ->
        [none] {""}
       *[other] { " " }Tehniskā norāde: { $detail }
    }

# Kolonnu tipi, kā tos sauc SharePoint latviešu valodā.
column-type =
    { $found ->
        [Text] Viena teksta rinda
        [Note] Vairākas teksta rindiņas
        [Choice] Izvēle
        [MultiChoice] Izvēle (vairākas atbildes)
        [Number] Skaitlis
        [Currency] Valūta
        [DateTime] Datums un laiks
        [Lookup] Uzmeklēšana
        [LookupMulti] Uzmeklēšana (vairākas vērtības)
        [Boolean] Jā/Nē
        [User] Persona vai grupa
        [UserMulti] Persona vai grupa (vairākas)
        [URL] Hipersaite vai attēls
        [Calculated] Aprēķināts
       *[other] { $found }
    }
column-kind =
    { $wanted ->
        [text] «Viena teksta rinda»
        [number] «Viena teksta rinda», lai 2.10 nekļūtu par 2.1
        [note] «Vairākas teksta rindiņas»
        [date] «Datums un laiks»
        [moment] «Datums un laiks»
        [choice] «Izvēle»
        [choices] «Izvēle» ar vairākām atbildēm
        [lookup] «Uzmeklēšana»
        [lookups] «Uzmeklēšana» ar vairākām vērtībām
        [yes] «Jā/Nē»
        [whole] «Skaitlis»
        [account] «Persona vai grupa»
       *[other] { $wanted }
    }

## Kāpēc saraksts netiek lasīts

finding-list-missing = Platformā nav saraksta «{ $list }». Lūdzu, izveidojiet to vai norādiet īstā saraksta nosaukumu iestatījumā { $setting }.
finding-list-not-allowed = { place-list }: foruma palīgam nav atļaujas to skatīt. Lūdzu, palūdziet platformas īpašniekam šo atļauju.
finding-list-refused = { place-list }: platforma atteica. Mēģināsim vēlreiz; ja tas neizdosies, lūdzu, parādiet šo ziņu tam, kas uztur foruma palīgu.{ technical-hint }
finding-list-replaced = { place-list }: tagad tas ir cits saraksts ar to pašu nosaukumu, un tā rindas nevar atšķirt no iepriekšējām. Lūdzu, atjaunojiet iepriekšējo sarakstu no atkritnes vai nospiediet sarunā «Ticu, noņemt»; tad lasīsim jauno.
finding-column-missing = { place-list }: tajā nav kolonnas «{ $column }». Lūdzu, pievienojiet šādu kolonnu, dodiet tai agrāko nosaukumu vai norādiet īsto kolonnu iestatījumā { $setting }.
finding-columns-alike = { place-list }: tajā ir vairākas kolonnas «{ $column }» (skaits: { $count }). Lūdzu, norādiet īstās kolonnas iekšējo nosaukumu iestatījumā { $setting }.
finding-column-type = { place-list }: kolonnas «{ $column }» tips ir «{ column-type }», bet vajadzīgs { column-kind }. Lūdzu, izveidojiet šāda tipa kolonnu un norādiet to iestatījumā { $setting }.
finding-column-lookup = { place-list }: kolonna «{ $column }» uzmeklē citu sarakstu; vajadzīgais saraksts: «{ $target }». Lūdzu, izlabojiet to vai norādiet citu kolonnu iestatījumā { $setting }.
finding-csv-encoding = { place-list }: faila burtu kodējumu nevar noteikt. Lūdzu, saglabājiet failu programmā Excel ar tipu «CSV UTF-8».
finding-zone-unknown = { place-list }: datumi tajā ir atkarīgi no platformas laika joslas, bet josla ar numuru { $zone } nav zināma. Lūdzu, izvēlieties citu joslu platformas reģionālajos iestatījumos.

finding-list-not-seen = Saraksts «{ $list }» vairs nav redzams: tas ir dzēsts, vai foruma palīgam nav atļaujas to skatīt. Lūdzu, atjaunojiet to no atkritnes vai palūdziet platformas īpašniekam atļauju.

## Kas sarakstā jāsakārto

finding-zone-differs = Platformas laika josla ir { $zone }, bet foruma – { $ours }: platformā datumi un laiki var izskatīties nobīdīti. Forums tos nolasa pareizi. Lūdzu, platformas reģionālajos iestatījumos izvēlieties foruma joslu.
finding-list-second = Platformā ir arī saraksts «{ $other }»; forums lasa tikai sarakstu «{ $list }». Lūdzu, pārnesiet uz to vajadzīgo un otru sarakstu dzēsiet vai nosauciet citādi.
finding-evidence-stays = Platformā nav bibliotēkas «{ $list }»: pierādījumi, ko dalībnieki iesūtījuši, glabājas tikai foruma palīga atmiņā. Lūdzu, izveidojiet to, ja tie jāredz arī platformā; tad ierakstīsim arī iepriekšējos.
finding-list-read-only = Sarakstu «{ $list }» foruma palīgs drīkst tikai skatīt, tādēļ tajā neko nevar ierakstīt. Lūdzu, palūdziet platformas īpašniekam šim sarakstam rakstīšanas atļauju.
finding-column-passed-over =
    Sarakstā «{ $list }» kolonna «{ $column }» netiek ne lasīta, ne rakstīta: { $wanted ->
        [columns-alike] ir vairākas kolonnas ar šādu nosaukumu. Lūdzu, vienu no tām pārdēvējiet vai norādiet īsto iestatījumā { $setting }.
        [column-lookup] tā uzmeklē citu sarakstu. Lūdzu, izlabojiet to vai norādiet citu kolonnu iestatījumā { $setting }.
       *[other] vajadzīgais tips ir { column-kind }. Lūdzu, izveidojiet šāda tipa kolonnu un norādiet to iestatījumā { $setting }.
    }
finding-column-required = Sarakstā «{ $list }» kolonna «{ $column }» tagad jāaizpilda obligāti, bet forums to neaizpilda, tādēļ jaunas rindas tur nevar ierakstīt. Lūdzu, saraksta iestatījumos šai kolonnai pie «Pieprasīt, lai šajā kolonnā būtu informācija» izvēlieties «Nē»; tad forums ierakstīs arī to, kas gaida.
finding-choice-missing = Sarakstā «{ $list }» kolonnai «{ $column }» trūkst izvēles: { $choices }. Bez tās nevar ierakstīt atbildes, kurās tā ir. Lūdzu, kolonnas iestatījumos pievienojiet to tieši šādiem vārdiem; tad forums ierakstīs arī to, kas gaida.
finding-row-locked = { place-row }: kāds to ir izrakstījis vai atvēris rediģēšanai, tādēļ jau stundu tur nevar ierakstīt atbildi. Lūdzu, reģistrējiet to atpakaļ vai palūdziet to tam, kurš to tur; tad ierakstīsim paši.
finding-file-checked-out = { place-row }: { $rows ->
        [single] fails ir izrakstīts rediģēšanai, tādēļ citi neredz, kas tajā mainīts, un foruma palīgs tur neko nevar ierakstīt. Lūdzu, reģistrējiet to atpakaļ vai palūdziet to tam, kurš to tur.
       *[several] faili ir izrakstīti rediģēšanai, tādēļ citi neredz, kas tajos mainīts, un foruma palīgs tur neko nevar ierakstīt. Lūdzu, reģistrējiet tos atpakaļ vai palūdziet to tam, kurš tos tur.
    }
finding-row-test = { place-row }: šķiet, ka tas ir izmēģinājums. Lūdzu, dzēsiet, ja tā nav īsta rinda; līdz tam forums to ņem vērā.
finding-cell-two-names = { place-cell }: šķiet, ka tur ir vairāku cilvēku vārdi. Lūdzu, katram izveidojiet savu rindu.
finding-cell-two-addresses = { place-cell }: tur ir vairākas e-pasta adreses. Lūdzu, atstājiet vienu, bet pārējiem cilvēkiem izveidojiet savu rindu.
finding-mailbox-shared = { place-cell }: šiem cilvēkiem ir viena kopīga e-pasta adrese. Lūdzu, ierakstiet katram savu; līdz tam pēc adreses nevar zināt, kurš platformā ko mainījis.
finding-institution-alike = { place-row }: šķiet, ka tā ir viena un tā pati iestāde ({ $codes }). Lūdzu, atstājiet vienu rindu un norādiet to visur, kur līdz šim otru.
finding-institution-ended = { place-cell }: iestāde «{ $code }» vairs nav spēkā. Lūdzu, norādiet tās pēcteci.
finding-number-twice = { place-cell }: vairākām rindām ir viens un tas pats numurs { $number }. Lūdzu, izlabojiet numuru vai dzēsiet lieko rindu.
finding-sign-by-late = { place-cell }: diena, līdz kurai atbilde jānodod parakstīšanai, nav pirms termiņa. Lūdzu, izlabojiet to vai atstājiet tukšu; līdz tam forums to neņem vērā.
finding-sign-by-early = { place-cell }: diena, līdz kurai atbilde jānodod parakstīšanai, ir vairāk nekā divus mēnešus pirms termiņa, kad atbildes vēl nepieņem. Lūdzu, izlabojiet to vai atstājiet tukšu; līdz tam forums to neņem vērā.
finding-reply-changed = { place-row }: forumā saņemta atbilde ir mainīta ar roku ({ $columns }). Forums patur to, kas tika atbildēts. Lūdzu, atjaunojiet iepriekšējo ierakstu no versiju vēstures; labot atbildi var pati iestāde: šajā rindā, pasākuma rindā vai sarunā.
finding-reply-by-hand = { place-row }: ieraksts izveidots ar roku, un forums to neuzskata par atbildi: par to var atbildēt tikai pati iestāde, norādot pasākumu, un katrai atbildei ir viena rinda. Lūdzu, ierakstiet to sarunā (/gaidam, iestādes kartīte) un šo rindu dzēsiet.
finding-reply-deleted = { place-row }: forumā saņemtas atbildes rinda ir dzēsta. Pati atbilde ir saglabāta. Lūdzu, atjaunojiet rindu no atkritnes.
finding-lookup-waits = { place-cell }: norādītā rinda ir sarakstā, kas pašlaik netiek lasīts. Kad tas būs sakārtots, šeit nekas nebūs jādara.

finding-rows-vanished = No saraksta «{ $list }» vienlaikus pazudušas daudzas rindas: { $gone } no { $known }. Forums tās pagaidām patur. Lūdzu, atjaunojiet tās no atkritnes vai nospiediet sarunā «Ticu, noņemt».
finding-cell-not-text = { place-cell }: šeit jābūt tekstam. Lūdzu, pārbaudiet ierakstu un kolonnas tipu.
finding-cell-not-date = { place-cell }: šeit jābūt datumam. Lūdzu, ierakstiet datumu vai atstājiet tukšu.
finding-cell-no-zone = { place-cell }: datumam nav laika joslas. Lūdzu, ierakstiet datumu no jauna.
finding-cell-early-date = { place-cell }: datums ir pirms { $year }. gada. Lūdzu, ierakstiet īsto datumu.
finding-cell-no-choice = { place-cell }: ierakstītais nav neviena no zināmajām izvēlēm. Lūdzu, izvēlieties vienu no šīm: { $choices }.
finding-cell-no-row = { place-cell }: šeit jānorāda cita rinda. Lūdzu, izvēlieties to.
finding-cell-not-yes-or-no = { place-cell }: šeit jābūt «jā» vai «nē». Lūdzu, pārbaudiet ierakstu un kolonnas tipu.
finding-cell-not-whole = { place-cell }: šeit jābūt veselam skaitlim. Lūdzu, izlabojiet to.
finding-cell-no-such-row = { place-cell }: sarakstā «{ $target }» nav tieši vienas tādas rindas. Lūdzu, ierakstiet tās kodu, numuru vai nosaukumu tieši tā, kā tas ir tajā sarakstā.
finding-lookup-nowhere = { place-cell }: norādītās rindas nav. Lūdzu, izvēlieties citu rindu vai atjaunojiet dzēsto no atkritnes.
finding-row-left-out = { place-row }: trūkst vajadzīgā, un tādēļ forums rindu neņem vērā. Lūdzu, aizpildiet: { $columns }.
finding-row-kept = { place-row }: trūkst vajadzīgā, un tādēļ forums patur iepriekšējo ierakstu. Lūdzu, aizpildiet: { $columns }.

## Kas traucē platformu lasīt vai tajā rakstīt

finding-site-trouble = Platforma pašlaik neizdarīja prasīto. Mēģināsim vēlreiz.{ technical-hint }
finding-site-down = Platforma pašlaik neatbild. Mēģināsim vēlreiz.{ technical-hint }
finding-sign-in-failed = Platforma foruma palīgu neielaiž. Lūdzu, pārbaudiet iestatījumus sharepoint.certificate, sharepoint.client_id un sharepoint.tenant.{ technical-hint }
finding-too-much-allowed = Foruma palīgam ir dota plašāka atļauja, nekā vajadzīgs: { $detail }. Ar to varētu lasīt un mainīt arī citas vietnes, tādēļ palīgs to nelieto un vietni nelasa. Lūdzu, palūdziet administratoram atstāt lietotnei tikai atļauju Sites.Selected.
finding-not-allowed = Platforma foruma palīgu ielaiž, bet nedod tam atļauju. Lūdzu, palūdziet to platformas īpašniekam.{ technical-hint }
finding-rejected = Platforma ierakstu nepieņem. Lūdzu, pārbaudiet saraksta kolonnas un ierakstiet atbildi platformā paši.{ technical-hint }
finding-file-locked = Kāds šo failu platformā ir izrakstījis. Ierakstīsim, tiklīdz tas būs atkal reģistrēts.{ technical-hint }
finding-row-gone = Rindas, kas jāmaina, platformā vairs nav. Lūdzu, atjaunojiet to no atkritnes vai ierakstiet atbildi citur.
finding-key-taken = Platformā jau ir cita rinda ar to pašu atslēgu (kolonna ForumKey). Lūdzu, pārbaudiet, vai kāda rinda nav nokopēta.
finding-workbook-busy = Foruma darbgrāmata pašlaik ir atvērta, un tādēļ tajā neko neierakstām. Lūdzu, aizveriet to; mēģināsim vēlreiz.{ technical-hint }
finding-workbook-unreadable = Foruma darbgrāmatu nevar nolasīt. Lūdzu, pārbaudiet, vai tā ir iestatījumā workspace.path norādītajā vietā un vai tai nav paroles. Ja tās vēl nav, to izveido `forumbot provision --yes`.{ technical-hint }
finding-workbook-formula = Šūnā, kurā jāraksta, ir formula, un mēs to nepārrakstām. Lūdzu, ierakstiet atbildi darbgrāmatā paši vai izņemiet formulu.{ technical-hint }
finding-workbook-keeps-rows = No darbgrāmatas rindas neizņemam: tajās var būt arī Jūsu ieraksti. Lūdzu, izdzēsiet rindu paši, ja tā vairs nav vajadzīga.{ technical-hint }
finding-site-not-set = Platforma nav norādīta. Ierakstiet iestatījumus sharepoint.site_url, sharepoint.client_id un sharepoint.certificate.

## Kā plānā trūkst, lai varētu jautāt visiem

finding-measure-no-lead = { $number }. nav atbildīgās iestādes. Lūdzu, norādiet to sarakstā «{ $list }».
finding-recommendation-no-owner = Ieteikumam { $number } nav atbildīgās iestādes. Lūdzu, norādiet to sarakstā «{ $list }» vai ierakstiet lēmumu, ka tas nav ņemts vērā.
finding-institution-no-person = Iestādei nav nevienas personas, kam jautāt: { $code }. Lūdzu, ierakstiet to sarakstā «{ $list }».

## Kas nav kārtībā failā, no kura ievieš plānu

place-import = «{ $list }», { $row }. rinda, sleja «{ $column }»
finding-import-what = «{ $list }»: nevar saprast, kas ir tās rindās. Lūdzu, nosauciet lapu vai failu «Institūcijas», «Apņemšanās», «Pasākumi» vai «Starprezultāti».
finding-import-no-column = «{ $list }»: trūkst vajadzīgas slejas. Lūdzu, pievienojiet: { $columns }.
finding-import-empty = { place-import }: šūna ir tukša. Lūdzu, aizpildiet to.
finding-import-figure = { place-import }: šūnā ir skaitlis vai datums, tāpēc nevar zināt, vai 2.1 nebija 2.10. Lūdzu, mainiet slejas formātu uz tekstu un ierakstiet vēlreiz.
finding-import-not-day = { place-import }: tas nav datums. Lūdzu, rakstiet to kā 31.12.2021. vai 2021-12-31 vai atstājiet šūnu tukšu.
finding-import-no-side = { place-import }: šāda puse nav zināma. Lūdzu, rakstiet «Valsts pārvalde», «Sadarbības partneris» vai «Cita».
finding-import-twice = { place-import }: { $number } jau ir { $first }. rindā. Lūdzu, atstājiet vienu no tām vai labojiet numuru.
finding-import-no-institution = { place-import }: institūcijas «{ $named }» nav. Lūdzu, rakstiet tās saīsinājumu kā platformā, pievienojiet to failam vai lietojiet --new-bodies.
finding-import-no-commitment = { place-import }: apņemšanās «{ $named }» nav. Lūdzu, rakstiet tās numuru kā platformā vai pievienojiet to failam.
finding-import-no-measure = { place-import }: pasākuma «{ $named }» nav. Lūdzu, rakstiet tā numuru kā platformā vai pievienojiet to failam.
finding-import-whose = { place-import }: nevar saprast, kuram pasākumam pieder starprezultāts { $number }. Lūdzu, pievienojiet sleju «Pasākums» ar tā numuru.
finding-import-led-by = «{ $list }», { $row }. rinda: { $number }. pasākuma starprezultātiem ir vairākas atbildīgās iestādes ({ $named }); tās ierakstītas kā līdzatbildīgās. Lūdzu, platformā norādiet, kura no tām par pasākumu atbild.
finding-import-no-place = «{ $list }»: platformas sarakstā nav slejas ({ $column }), kurā ierakstīt to, kas ir failā: { $numbers }. Lūdzu, palaidiet «forumbot provision --yes», kas to izveido, vai izņemiet to no faila.
finding-import-vague = { place-import }: «{ $text }» nav datums; to glabājam tā, kā rakstīts plānā, un datumu neminam.
finding-import-differs = «{ $list }», { $row }. rinda: platformā tā jau ir, un tur ierakstīts kas cits, kas paliek ({ $columns }). Ja pareizs ir fails, lūdzu, labojiet to platformā.
finding-import-too-long = { place-import }: teksts ir garāks par 255 zīmēm, un vairāk platformā tur neietilpst. Lūdzu, saīsiniet to.
finding-import-long = { place-import }: nosaukums ir garāks par 255 zīmēm, kas ietilpst platformā. Tur tas ir saīsināts; viss teksts ir blakus garākajā laukā.
