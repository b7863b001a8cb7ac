### Atbildes teksta dzēšana: jautājums, ko tā nozīmē, un kas par to uzzina.

erase-ask =
    <b>{ $number }{ $of }</b> { $title }

    { $stays ->
        [yes] Vai dzēst atbildes tekstu? Atbilde paliek, un tās vietā ziņojumā būs norāde, ka teksts ir izņemts, un diena. To izdzēsīsim no visām redakcijām, no platformas rindām un to vēstures, no mūsu ziņām šajā sarunā un no Jūsu pēdējo divu dienu ziņām; līdz ar tekstu noņemsim pierādījumus. Koordinators redzēs, ka teksts ir dzēsts, bet ne to, kas tur bija. Vecākas savas ziņas, lūdzu, izdzēsiet paši. To nevar atsaukt.
       *[no] Vai dzēst atbildes tekstu? To izdzēsīsim no visām redakcijām, no platformas rindām un to vēstures, no mūsu ziņām šajā sarunā un no Jūsu pēdējo divu dienu ziņām; līdz ar tekstu noņemsim pierādījumus, un atbilde būs atsaukta. Koordinators redzēs, ka teksts ir dzēsts, bet ne to, kas tur bija. Vecākas savas ziņas, lūdzu, izdzēsiet paši. To nevar atsaukt.
    }
    .mail =
        <b>{ $number }{ $of }</b> { $title }

        { $stays ->
            [yes] Vai dzēst atbildes tekstu? Atbilde paliek, un tās vietā ziņojumā būs norāde, ka teksts ir izņemts, un diena. To izdzēsīsim no visām redakcijām, no platformas rindām un to vēstures; līdz ar tekstu noņemsim pierādījumus. Koordinators redzēs, ka teksts ir dzēsts, bet ne to, kas tur bija. E-pasta vēstules, kurās to rakstījāt un saņēmāt, lūdzu, izdzēsiet paši. To nevar atsaukt.
           *[no] Vai dzēst atbildes tekstu? To izdzēsīsim no visām redakcijām, no platformas rindām un to vēstures; līdz ar tekstu noņemsim pierādījumus, un atbilde būs atsaukta. Koordinators redzēs, ka teksts ir dzēsts, bet ne to, kas tur bija. E-pasta vēstules, kurās to rakstījāt un saņēmāt, lūdzu, izdzēsiet paši. To nevar atsaukt.
        }
erase-yes = Jā, dzēst tekstu
erase-letter = Parakstītajā vēstulē Nr. { $number } ({ $on }) teksts paliek: to var dzēst tikai tie, kas vēstuli glabā.
erase-letter-draft = Vēstules projekts ({ $turn }. reizi sagatavots { $when }) tekstu satur: ja tas vēl nav parakstīts, sagatavojiet to vēlreiz, un iepriekšējo failu izdzēsiet.
text-erased = Šīs atbildes teksts ir dzēsts.
text-erased-backups = Rezerves kopijas to vairs nesaturēs no šīs dienas: { $on }.
answer-erased =
    { $why ->
        [law] <b>Atbildes teksts ir dzēsts likuma prasības dēļ:</b> { $code }, { $number }{ $of }{ noun-nom } (dzēsa { $name }). To dzēšam arī no platformas rindām un to versiju vēstures.
       *[asked] <b>Atbildes teksts ir dzēsts pēc iestādes lūguma:</b> { $code }, { $number }{ $of }{ noun-nom } (dzēsa { $name }). To dzēšam arī no platformas rindām un to versiju vēstures.
    }
answer-erased-files = Pierādījumi, kas bija pie šīs atbildes, ir noņemti; platformas atkritnē tie vēl ir, lūdzu, izdzēsiet tos arī tur.
answer-erased-sought = Pārmeklējam saglabātos galīgos ziņojumus ({ $count }); par katru pateiksim, vai dzēstais teksts tajā ir un kur tas jāaizstāj.
answer-erased-body =
    { $why ->
        [law] <b>Koordinators likuma prasības dēļ izdzēsa Jūsu atbildes tekstu:</b> { $number }{ $of } ({ $name }). Kas tur bija, vairs nekur neglabājam.
       *[asked] <b>Koordinators pēc Jūsu iestādes lūguma izdzēsa atbildes tekstu:</b> { $number }{ $of } ({ $name }). Kas tur bija, vairs nekur neglabājam.
    }

## Galīgais ziņojums, kurā ir dzēsts teksts

record-searched = <b>Galīgais ziņojums pārmeklēts:</b> { $title } («{ $name }»)
record-search =
    { $found ->
        [holds] { $code }, { $number } – ziņojumā ir dzēstais teksts. Failu vairs neglabājam; lūdzu, iesniedziet labotu un aizstājiet to visur, kur ziņojums ir publicēts.
        [unreadable] { $code }, { $number } – šo failu nevar pārmeklēt. Lūdzu, apskatiet paši, vai tajā ir dzēstais teksts; ja ir, iesniedziet labotu failu, ja nav, atzīmējiet to galīgā ziņojuma lapā.
        [nothing] { $code }, { $number } – dzēstais teksts ziņojumā vārds vārdā nav atrasts. Ja tas tur ir pārstāstīts, lūdzu, iesniedziet labotu failu.
       *[sought] { $code }, { $number } – pārmeklējam, vai ziņojumā ir dzēstais teksts.
    }
record-replace = jāaizstāj
record-replace-in = – { $name }: <b>jāaizstāj</b>

## Darba lapa un kārtas lapa

ws-erase = Dzēst tekstu…
ws-erase-hint =
    { $stays ->
        [yes] Teksts tiks izdzēsts no visām šīs atbildes redakcijām, no platformas rindām un to vēstures un no mūsu un Jūsu nesenajām ziņām sarunās; līdz ar tekstu noņemsim pierādījumus. Atbilde paliek, un teksta vietā ziņojumā būs norāde, ka tas ir izņemts, un diena. Koordinators redzēs, ka teksts ir dzēsts, bet ne to, kas tur bija. Vecākas ziņas un vēstules, kurās to rakstījāt, lūdzu, izdzēsiet paši. To nevar atsaukt.
       *[no] Teksts tiks izdzēsts no visām šīs atbildes redakcijām, no platformas rindām un to vēstures un no mūsu un Jūsu nesenajām ziņām sarunās; līdz ar tekstu noņemsim pierādījumus, atbilde būs atsaukta, un šis jautājums atkal būs atvērts. Koordinators redzēs, ka teksts ir dzēsts, bet ne to, kas tur bija. Vecākas ziņas un vēstules, kurās to rakstījāt, lūdzu, izdzēsiet paši. To nevar atsaukt.
    }
ws-erase-yes = Dzēst tekstu
ws-text = Teksts
ws-is-erased = izņemts { $on }
ws-said-erased = Teksts ir dzēsts, un atbilde ir atsaukta.
ws-said-erased-stays = Teksts ir dzēsts; atbilde paliek ar norādi, ka tas ir izņemts.
ws-said-erased-for = Teksts ir dzēsts; iestādei par to ziņosim.
ws-desk-erase = Kuras atbildes tekstu dzēst
ws-desk-erase-hint = Teksts tiks izdzēsts no visām redakcijām, no platformas rindām un to vēstures un no ziņojuma; tā vietā būs norāde, ka tas ir izņemts, un diena. Kamēr atbildes vēl pieņem un vēstule nav parakstīta, atbilde būs atsaukta. Iestādei par to ziņosim. To nevar atsaukt.
ws-desk-erase-why = Kāpēc
ws-desk-erase-because =
    { $why ->
        [law] To prasa likums
       *[asked] To lūdz iestāde
    }
ws-desk-erase-sure = Dzēst, un to nevar atsaukt
ws-error-desk-erase = Izvēlieties atbildi, kuras teksts jādzēš.
ws-error-desk-erase-why = Norādiet, kāpēc teksts jādzēš.
ws-record-emptied = vairs netiek glabāts
ws-record-looked = Apskatīju: dzēstā teksta tajā nav
ws-said-record-looked = Atzīmēts: galīgajā ziņojumā dzēstā teksta nav.
