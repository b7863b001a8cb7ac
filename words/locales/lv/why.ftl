### Kāpēc ziņa ir saņemta: kurš to izlēma, uz kāda pamata, kad būs nākamā un kā saņemt mazāk.

nudge-why = Kāpēc saņēmu šo ziņu?

why = <b>Kāpēc saņēmāt šo ziņu?</b> Foruma sarakstā Jūsu vārds norādīts pie tā, par ko jautājam, vai pie iestādes, kas par to atbild.
why-decided =
    { $by ->
        [coordinator] Šo atgādinājumu nosūtīja koordinators.
       *[plan] Atgādinājumus pirms termiņa sūta automātiski pēc kārtības, ko noteica koordinators.
    }
why-round = { $title }
why-basis = Pamats: { $basis }.
why-next = Ja atbildes nebūs, atgādināsim vēl: { $days }.
why-last = Vairāk neatgādināsim.
why-done = Atbilde jau ir saņemta; vairāk neatgādināsim.
why-less = Lai atgādinātu vēlāk, nospiediet «Atgādināt vēlāk». Ja par to atbild cits, nospiediet «Vajadzīga palīdzība»; sarakstu kārto koordinators.
    .mail = Lai atgādinātu vēlāk, atbildiet ar vārdiem «Atgādināt vēlāk». Ja par to atbild cits, atbildiet ar vārdiem «Vajadzīga palīdzība»; sarakstu kārto koordinators.
why-less-late = Ja vēstule jau nosūtīta, nospiediet «Vēstule nosūtīta»; tad vairs neatgādināsim. Ja par to atbild cits, nospiediet «Par to neatbildu es»; sarakstu kārto koordinators.
    .mail = Ja vēstule jau nosūtīta, atbildiet ar vārdiem «Vēstule nosūtīta»; tad vairs neatgādināsim. Ja par to atbild cits, atbildiet ar vārdiem «Par to neatbildu es»; sarakstu kārto koordinators.
why-settings = Kurās stundās un dienās Jums rakstīt, nosaka komanda /{ $word }.
    .mail = Kurās stundās un dienās Jums rakstīt, varat izvēlēties, atbildot ar /{ $word }.

why-meeting = <b>Kāpēc saņēmāt šo ziņu?</b> Par sanāksmi «{ $title }» paziņo visiem, kas ir foruma sarakstā.
why-meeting-by =
    { $by ->
        [none] To izlēma koordinators.
       *[other] To izlēma koordinators: { $by }.
    }
why-meeting-next = Atgādināsim vēl: { $days }.
why-meeting-over = Par šo sanāksmi vairāk neatgādināsim.
why-meeting-less = Ja atbildēsiet «Nepiedalīšos» vai norādīsiet, kas Jūs aizstās, par to vairs neatgādināsim.

why-told =
    <b>Kāpēc saņēmāt šo ziņu?</b> { $what ->
        [returned] Koordinators lūdza papildināt atbildi, ko sniegusi Jūsu iestāde.
        [extended] Koordinators mainīja termiņu atbildei, kuru gaidām no Jums.
        [colleague-changed] Par to pašu atbildēja Jūsu kolēģis, un tagad spēkā ir cita atbilde nekā Jūsējā.
        [own-dates] Foruma sarakstā Jūsu vārds norādīts pie tā, kam plānā tuvojas termiņš, vai pie iestādes, kas par to atbild.
        [on-behalf] Koordinators ierakstīja atbildi iestādes vārdā, un par to jautājam Jums.
        [filing-due] Foruma sarakstā norādīts, ka Jūsu iestāde vēstuli iesniedz arī citu iestāžu vārdā.
        [partner-asked] Jūsu organizācija ir foruma sadarbības partneris, un šī kārta uzklausa arī partnerus.
        [partner-views] Partneris izteica viedokli par to, par ko atbild Jūsu iestāde.
        [view-revealed] Šajā kārtā izteicāt aizzīmogotu viedokli, un tagad tas ir atklāts.
        [still-you] Ilgi neko no Jums neesam dzirdējuši, un drīz sāksies atskaite, kurā jautāsim Jums.
        [rejoinder-told] Uz viedokli, ko izteicāt partnera vārdā, ir atbildēts.
       *[echo] Platformā mainīts ieraksts, par kuru jautājam Jums, un tas uzskatīts par iestādes atbildi.
    } To ziņojam vienu reizi.
