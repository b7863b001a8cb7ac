### Paša iestatījumi un privātums.

settings =
    <b>Iestatījumi</b>
    Valoda: latviešu
    Atgādinājumi darba dienās: { $hours }
    Dienas: { $days }
    { $channel ->
        [email] Rakstām Jums e-pastā.
       *[other] Rakstām Jums lietotnē Telegram.
    }

    Uz to, ko rakstāt Jūs, atbildam uzreiz. Termiņus šie iestatījumi nemaina; ja līdz termiņam Jūsu izvēlētās dienas vairs nav, atgādināsim citā darba dienā.
    Ja būsiet prom, uzrakstiet, piemēram: prom līdz 5. janvārim
settings-all = Visu dienu
settings-morning = No rīta
settings-afternoon = Pēcpusdienā
toast-one-day-stays = Vismaz vienai dienai jāpaliek.

privacy = <b>Kas par Jums ir saglabāts</b>
privacy-person = – foruma saraksta rinda: { $name }, { $body }
privacy-roster = – e-pasts un tālrunis, ja tie ir sarakstā; to kārto koordinators platformā
privacy-chat =
    { $messages ->
        [zero] – šīs sarunas adrese un { $messages } Jūsu ziņas un pogu spiedieni, kā tie saņemti
        [one] – šīs sarunas adrese un { $messages } Jūsu ziņa vai pogas spiediens, kā tas saņemts
       *[other] – šīs sarunas adrese un { $messages } Jūsu ziņas un pogu spiedieni, kā tie saņemti
    }
    .mail = { $messages ->
        [zero] – { $messages } Jūsu vēstules, kā tās saņemtas
        [one] – { $messages } Jūsu vēstule, kā tā saņemta
       *[other] – { $messages } Jūsu vēstules, kā tās saņemtas
    }
privacy-answers =
    { $answers ->
        [zero] – { $answers } atbildes iestādes vārdā; tās ir arī platformā
        [one] – { $answers } atbilde iestādes vārdā; tā ir arī platformā
       *[other] – { $answers } atbildes iestādes vārdā; tās ir arī platformā
    }
privacy-not = Sarunas adresi platformā neierakstām un nevienam nerādām.
    .mail = E-pasta adrese ir foruma sarakstā platformā; citur to neierakstām un nevienam nerādām.
privacy-my-data = Saņemt manus datus
privacy-forget-me = Dzēst manus datus…
privacy-file = mani-dati.json
privacy-export = Viss, kas par Jums ir saglabāts, ir šajā failā.
privacy-forget-ask =
    <b>Vai dzēst?</b>
    Dzēsīsim šīs sarunas adresi, visas ziņas, iestatījumus un iesākto, arī to, ko rakstījāt, lūdzot palīdzību; šeit Jums vairs nerakstīsim. Atbildes, kas dotas iestādes vārdā, ar pierādījumiem un foruma saraksta rinda paliek: tās pieder iestādei un koordinatoram. Pievienoties no jauna varēs ar koordinatora saiti.
    .mail =
        <b>Vai dzēst?</b>
        Dzēsīsim visas vēstules, iestatījumus un iesākto, arī to, ko rakstījāt, lūdzot palīdzību; vairs Jums nerakstīsim. Atbildes, kas dotas iestādes vārdā, ar pierādījumiem un foruma saraksta rinda paliek: tās pieder iestādei un koordinatoram.
privacy-forget-yes = Jā, dzēst
privacy-forget-no = Nē, paturēt
privacy-kept = Nekas nav dzēsts.
privacy-forgotten = Dzēsts. Šīs sarunas adrese un ziņas pie mums vairs nav saglabātas. Pašas ziņas Telegram varat izdzēst, izdzēšot šo sarunu.
    .mail = Dzēsts. Mūsu vēstules un Jūsu atbildes pie mums vairs nav saglabātas; vairs Jums nerakstīsim. Savā pastkastē vēstules varat izdzēst paši.
member-left = { $name }: adreses un ziņas ir dzēstas pēc dalībnieka lūguma. Šim cilvēkam vairs nerakstīsim.
channel-name =
    { $channel ->
        [email] E-pasts
       *[other] Telegram
    }

lockdown =
    { $channel ->
        [email] <b>Drošības dēļ foruma vēstules e-pastā ir apturētas.</b> Lūdzu, neatbildiet uz tām un neveriet saites, kas tajās bija: tās vairs nedarbojas.
       *[other] <b>Drošības dēļ foruma sarunas lietotnē Telegram ir apturētas.</b> Lūdzu, nerakstiet tur un neveriet saites, kas tur saņemtas: pogas un saites vairs nedarbojas.
    } Jūsu atbildes ir saglabātas. Pagaidām rakstīsim Jums šeit.
