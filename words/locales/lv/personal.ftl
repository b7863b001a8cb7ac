### Paša iestatījumi un privātums.

settings =
    <b>Iestatījumi</b>
    Valoda: latviešu
    Atgādinājumi darba dienās: { $hours }
    Dienas: { $days }
    { $channel ->
        [telegram] Kanāls: Telegram. E-pastā vēl nerakstām.
       *[other] Kanāls: Telegram. Foruma sarakstā Jums norādīts cits, bet tajā vēl nerakstām.
    }

    Uz to, ko rakstāt Jūs, atbildam uzreiz. Termiņus šie iestatījumi nemaina; ja līdz termiņam Jūsu izvēlētās dienas vairs nav, atgādināsim citā darba dienā.
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
privacy-answers =
    { $answers ->
        [zero] – { $answers } atbildes iestādes vārdā; tās ir arī platformā
        [one] – { $answers } atbilde iestādes vārdā; tā ir arī platformā
       *[other] – { $answers } atbildes iestādes vārdā; tās ir arī platformā
    }
privacy-not = Sarunas adresi platformā neierakstām un nevienam nerādām.
privacy-my-data = Saņemt manus datus
privacy-forget-me = Dzēst manus datus…
privacy-file = mani-dati.json
privacy-export = Viss, kas par Jums ir saglabāts, ir šajā failā.
privacy-forget-ask =
    <b>Vai dzēst?</b>
    Dzēsīsim šīs sarunas adresi, visas ziņas, iestatījumus un iesākto, arī to, ko rakstījāt, lūdzot palīdzību; šeit Jums vairs nerakstīsim. Atbildes, kas dotas iestādes vārdā, ar pierādījumiem un foruma saraksta rinda paliek: tās pieder iestādei un koordinatoram. Pievienoties no jauna varēs ar koordinatora saiti.
privacy-forget-yes = Jā, dzēst
privacy-forget-no = Nē, paturēt
privacy-kept = Nekas nav dzēsts.
privacy-forgotten = Dzēsts. Šīs sarunas adrese un ziņas pie mums vairs nav saglabātas. Pašas ziņas Telegram varat izdzēst, izdzēšot šo sarunu.
member-left = { $name }: saruna ar botu ir dzēsta pēc dalībnieka lūguma. Lietotnē Telegram šo cilvēku vairs nesasniegsim.
