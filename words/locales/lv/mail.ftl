### Vēstules: kas e-pastā stāv ap ziņas tekstu. Pogu e-pastā nav, tāpēc to vārdi ir arī atbildes.

mail-answer = <b>Kā atbildēt</b>
mail-worksheet = Atvērt darba lapu (bez konta un paroles)
mail-reply = Atbildiet uz šo vēstuli; atbildi rakstiet virs tās teksta.
mail-reply-coordinator = Atbildiet uz šo vēstuli; to izlasīs koordinators.
mail-words = Atbildes pirmajā rindā var rakstīt arī vienu no šiem vārdiem: { $words }.
mail-sent-by = Šo vēstuli nosūtīja foruma automātiskais palīgs. Ierobežotas pieejamības informāciju, lūdzu, vēstulēs nerakstiet.
mail-personal = Saites ir personiskas; lūdzu, nepārsūtiet tās.

subject-nudge = { round-head }: { $numbers }
subject-following = Pasākumi, kuriem sekojat
subject-view = Viedoklis: { $number }
subject-rejoinder = Atbilde uz viedokli: { $number }
subject-late =
    { $kind ->
        [final] Vēl gaidām noslēguma informāciju
       *[mandatory] Vēl gaidām informāciju par { $year }. gadu
    }: { $numbers }

mail-word = «{ $word }»
mail-join = Lietotnē Telegram, ja to atļauj Jūsu iestādes noteikumi – pievienoties (saite derīga trīs dienas)

mail-greeting = Labdien!
mail-asks =
    { $kind ->
        [filling] Pēc plāna apstiprināšanas lūdzam pārbaudīt un papildināt darba lapas { $by }
        [voluntary] Ja iespējams, lūdzam { $by } pastāstīt par plāna pasākumu izpildi
        [final] Noslēguma informācija par plāna pasākumu izpildi jāiesniedz { $by }
        [comments] Lūdzam { $by } iesniegt iebildumus un papildinājumus par projektu
       *[mandatory] Informācija par plāna pasākumu izpildi { $year }. gadā jāiesniedz { $by }
    }{ $basis ->
        [none] {"."}
       *[other] { " " }({ $basis }).
    }
mail-body = Iestāde: { $body }
mail-role =
    Jūsu loma: { $role ->
        [coordinator] koordinators
        [deputy] aizvietotājs
        [approver] saskaņotājs
        [observer] novērotājs
       *[contact] kontaktpersona
    }

## Vārdi, pēc kuriem vēstulē pazīst, kur beidzas rakstītāja paša teksts; varianti atdalīti ar |

mail-words-wrote = rakstīja|raksta|uzrakstīja
mail-words-original = Sākotnējais ziņojums|Sākotnējā ziņa|Sākotnējā vēstule|Oriģinālais ziņojums|Pārsūtītais ziņojums|Pārsūtīta vēstule
mail-words-heads = No|Sūtītājs|Nosūtīts|Nosūtīta|Datums|Kam|Adresāts|Temats|Tēma|Kopija
mail-words-signoff = Ar cieņu|Ar patiesu cieņu|Ar sveicieniem|Ar labiem vēlējumiem|Jūsu
mail-words-device = Nosūtīts no mana|Sūtīts no mana|Nosūtīts no Outlook|Iegūt Outlook|Iegūstiet Outlook
mail-words-away = automātiskā atbilde|automātiska atbilde|esmu prombūtnē|prombūtnes paziņojums|atvaļinājumā
mail-words-until = līdz

mail-aside =
    { $why ->
        [another] Saņemta vēstule, ko neierakstījām: uz mūsu vēstuli atbildēja no citas adreses, nekā to sūtījām. No: { $sender }. Temats: «{ $subject }». Ja tā ir iestādes atbilde, ierakstiet to no iestādes kartītes vai palūdziet atbildēt no adreses, kas ir sarakstā.
       *[stranger] Saņemta vēstule, ko neierakstījām: adreses nav foruma sarakstā. No: { $sender }. Temats: «{ $subject }». Vēstule ir foruma pastkastē.
    }
mail-files =
    { $why ->
        [size] Vēstule ir lielāka par { $most } MB, tāpēc pielikumus nesaglabājām. Lūdzu, ievietojiet tos platformas bibliotēkā «Pierādījumi» vai nosūtiet saiti.
        [tnef] Pielikumu «winmail.dat» nevar atvērt, tāpēc failus nesaglabājām. Lūdzu, nosūtiet tos vēlreiz, programmā Outlook izvēloties formātu «HTML» vai «Vienkāršs teksts».
        [deep] Vēstuli nevarējām izlasīt: tajā ir pārāk daudz daļu. Nekas nav ierakstīts. Lūdzu, uzrakstiet atbildi jaunā vēstulē, atbildot uz mūsējo.
        [letter] Parakstīto vēstuli šeit neglabājam: pietiek ar tās numuru un datumu. Ja foruma rīkotājam tā vēl nav nosūtīta oficiāli, lūdzu, nosūtiet to tā, kā Jūsu iestādē nosūta vēstules.
       *[unproven] Jūsu vēstule nav atbilde uz mūsējo, tāpēc nezinām, vai to rakstījāt Jūs, un nekas nav ierakstīts. Lūdzu, atbildiet uz šo vēstuli vai uz to, kurā Jums jautājām.
    }

mail-decline = Nesūtīt man šādas vēstules
decline-ask = { $group ->
        [digest] Vai vairs nesūtīt Jums nedēļas pārskatu? Pārējās vēstules nāks kā līdz šim.
       *[meetings] Vai vairs neatgādināt Jums par sanāksmēm? Uzaicinājumus un ziņas par izmaiņām saņemsiet kā līdz šim.
    }
    .title = Nesūtīt šādas vēstules?
declined = { $group ->
        [digest] Nedēļas pārskatu Jums vairs nesūtīsim. Pārējās vēstules nāks kā līdz šim.
       *[meetings] Par sanāksmēm Jums vairs neatgādināsim. Uzaicinājumus un ziņas par izmaiņām saņemsiet kā līdz šim.
    }
    .title = Labi, vairs nesūtīsim
decline-unknown = Šī saite nav derīga. Nekas nav mainīts.
    .title = Saite nav derīga
decline-yes = Nesūtīt
decline-again = Sūtīt atkal

mail-undelivered = <b>Vēstuli neizdevās nogādāt.</b> Dalībnieks: { $name }. Saņēmēja serveris to nepieņem ({ $why }). Pastkaste nav slēgta, tāpēc nākamās vēstules sūtīsim kā līdz šim; šo vairs nesūtīsim. Ja termiņš ir tuvu, lūdzu, piezvaniet.
