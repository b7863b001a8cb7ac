### Pievienošanās un saites.

language-name = Latviski

join-ask =
    Labdien! Šis ir Atvērtās pārvaldības foruma automātiskais palīgs; to uztur Valsts kanceleja.

    Jūs: { $name }
join-institution = Iestāde: { $institution }
join-measure = Pasākums: <b>{ $number }.</b> { $title }
join-question = Vai viss pareizi?
join-right = Jā, pareizi
join-wrong = Nē, jālabo
join-differs = Paldies! Koordinators par to ir informēts un sazināsies ar Jums. Līdz tam šeit Jums neko nesūtīsim.
joined = Paldies, pievienošanās ir apstiprināta!
joined-due = Nākamais termiņš: { $due }.
joined-first = Pirmo atgādinājumu nosūtīsim { $on }.
joined-partner = Kā foruma partneris varat sekot pasākumiem un katrā kārtā teikt, kā to izpildi redzat Jūs.
joined-care = Lūdzu, šeit nerakstiet ierobežotas pieejamības informāciju.
welcome-back = Šī saruna jau ir pievienota forumam. Par nākamo termiņu ziņosim šeit; atbildēt varat ar vienu ziņu.
    .mail = Labdien! Forumam Jūsu adrese ir zināma. Par nākamo termiņu ziņosim šeit; atbildēt varat ar vēstuli.
stranger = Labdien! Šis ir Atvērtās pārvaldības foruma automātiskais palīgs. Jūsu ziņa nav ierakstīta, jo šī saruna vēl nav piesaistīta nevienam foruma dalībniekam. Lūdzu, atveriet personisko saiti, ko saņēmāt no koordinatora.
    .mail = Labdien! Šis ir Atvērtās pārvaldības foruma automātiskais palīgs. Jūsu vēstule nav ierakstīta: šai adresei foruma sarakstā pašlaik nav neviena dalībnieka. Ja tā ir kļūda, lūdzu, rakstiet koordinatoram; ja Jūsu vietā tagad ir cits cilvēks, lūdzu, pārsūtiet to viņam.
farewell = Paldies par darbu! Foruma sarakstā Jūsu vietā tagad norādīts cits cilvēks, vai arī Jūsu ieraksta tur vairs nav, tāpēc šeit vairs nerakstīsim. Ja tā ir kļūda, lūdzu, rakstiet koordinatoram.
link-refused =
    { $reason ->
        [used] Šī saite jau ir izmantota. Koordinators par to ir informēts un var Jums atsūtīt jaunu.
        [expired] Šīs saites termiņš ir beidzies. Koordinators par to ir informēts un var Jums atsūtīt jaunu.
        [gone] Šī saite vairs nav derīga, jo foruma sarakstā ir cita kontaktpersona. Ja tā ir kļūda, lūdzu, rakstiet koordinatoram.
       *[unknown] Šī saite nav derīga. Lūdzu, pārbaudiet, vai tā ir visa, vai palūdziet koordinatoram jaunu.
    }

link-trouble =
    { $reason ->
        [used] Personiskā saite vēlreiz atvērta no citas sarunas. Dalībnieks: { $name }
        [expired] Atvērta saite, kuras termiņš ir beidzies. Dalībnieks: { $name }
       *[gone] Atvērta bijušās kontaktpersonas saite. Persona: { $name }
    }
member-differs = Dalībnieks norādīja, ka ziņas par viņu nav pareizas. Lūdzu, pārbaudiet platformas sarakstu «Atbildīgās personas» un nosūtiet jaunu saiti. Dalībnieks: { $name }
member-blocked =
    { $channel ->
        [email] Vēstules šim dalībniekam nepienāk: e-pasta adrese foruma sarakstā nav derīga. Lūdzu, izlabojiet to platformas sarakstā «Atbildīgās personas». Dalībnieks: { $name }
       *[other] Šo dalībnieku vairs nevar sasniegt, jo saruna lietotnē Telegram ir slēgta. Lūdzu, sazinieties citādi. Dalībnieks: { $name }
    }
successor =
    <b>Foruma sarakstā vienas personas vietā tagad ir cita.</b>
    Iepriekš: { $before }
    Tagad: { $name }

    Iepriekšējā saruna vairs neko nevar ierakstīt; tās atbildes ir saglabātas, un viss, kas vēl nav atbildēts, pāriet jaunajam cilvēkam.
successor-no-chats =
    <b>Foruma sarakstā vienas personas vietā tagad ir cita.</b>
    Iepriekš: { $before }
    Tagad: { $name }

    Iepriekšējais cilvēks vairs neko nevar ierakstīt; viņa atbildes ir saglabātas, un viss, kas vēl nav atbildēts, pāriet jaunajam. Jaunajam cilvēkam sarakstā trūkst e-pasta adreses, tāpēc rakstīt viņam nevaram. Lūdzu, ierakstiet to.
invite-successor = Sagatavot saiti
invite-missing = Sagatavot saites
invite-again = Sagatavot jaunu saiti
invitation =
    Jauna personiskā saite (derīga trīs dienas, lietojama vienreiz). Pārsūtiet to tikai šim cilvēkam. Dalībnieks: { $name }

    { $link }
