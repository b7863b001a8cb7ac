### Uzaicināšana: kas vēl nav pievienojies un kam sagatavot saiti.

guests =
    <b>Vēl nav sarunas lietotnē Telegram</b>
    { $missing } no { $total } personām foruma sarakstā.
guests-found = <b>Foruma sarakstā atrasts</b>
guest =
    { $body ->
        [known] { $number }. { $code }: { $name } – { $link }
       *[none] { $number }. { $name } – { $link }
    }
guest-link =
    { $link ->
        [joined] saruna jau ir; to aizstās jauna saite, kad tā būs atvērta un apstiprināta
        [closed] saruna ir slēgta
        [waiting] saite vēl nav izmantota, tās termiņš: { $until }
        [expired] saites termiņš ir beidzies
       *[none] saite vēl nav sagatavota
    }
guests-which = Kam sagatavot personisko saiti? Nospiediet numuru vai rakstiet vārdu vai iestādi aiz komandas /uzaicinat
    .mail = Kam sagatavot personisko saiti? Atbildiet ar numuru vai rakstiet vārdu vai iestādi aiz komandas /uzaicinat
guests-none = Visiem, kas ir foruma sarakstā, jau ir saruna lietotnē Telegram.
guests-all = Parādīt visus bez sarunas
guest-unknown = Foruma sarakstā nav atrasts: «{ $text }». Pārbaudiet rakstību. Ja cilvēks ir jauns, vispirms ierakstiet viņu platformas sarakstā «Atbildīgās personas»; pēc dažām minūtēm saiti varēs sagatavot.
guests-no-chats = Šis forums sarakstās tikai pa e-pastu, tāpēc pievienoties nevajag: katram, kam foruma sarakstā ir e-pasta adrese, rakstām uz to. Ja adreses trūkst, ierakstiet to platformas sarakstā «Atbildīgās personas».
