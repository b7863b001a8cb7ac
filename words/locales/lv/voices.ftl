### Partneru viedokļi: tas, ko partneri un iestādes redz sarunā un vēstulē.

partner-asked = <b>{ $title }</b>
partner-asked-turn = Termiņš, līdz kuram iestādes ziņo par pasākumu izpildi { $year }. gadā, ir pagājis. Ja vēlaties, pasakiet, kā to redzat Jūs. Tas nav pienākums, un vairs neatgādināsim. Viedokļus saņemam { $until }.
partner-asked-blind = Par pasākumu izpildi { $year }. gadā partnerus šoreiz uzklausām aizklāti: Jūsu viedokli aizzīmogosim, un līdz atklāšanai to nevar izlasīt neviens – ne iestādes, ne koordinators. Izsakiet to darba lapā, nevis ziņā vai vēstulē. Tas nav pienākums, un vairs neatgādināsim. Viedokļus saņemam { $until }.
partner-asked-none = Pašlaik nesekojat nevienam pasākumam. Izvēlieties, kuriem sekot.
partner-asked-how = Nospiediet pasākuma numuru vai atbildiet uz šo ziņu, piemēram: «{ $number } Nav sākts. Portālā datu nav.»
    .mail = Atbildiet uz šo vēstuli, piemēram: «{ $number } Nav sākts. Portālā datu nav.»
views-head = <b>{ $title }</b>
views-turn = Pasākumi, kuriem sekojat. Viedokli var izteikt, kad atbildējusi iestāde vai pagājis termiņš.
views-blind = Pasākumi, kuriem sekojat. Šajā kārtā viedokli izsaka darba lapā, un līdz atklāšanai tas ir aizzīmogots.
views-none = Pašlaik nav atskaites kārtas, kurā uzklausām partnerus.
views-not-partner = Ar šo komandu savu viedokli izsaka foruma sadarbības partneri. Par savas iestādes pasākumiem atbildat, kad to jautājam.
view-line = { $number }{ $of } { $title }{ $does ->
    [yes] { " " }(to veic arī Jūsu organizācija)
   *[no] { "" }
 }{ $said ->
    [yes] { " " }– viedoklis ir saņemts
   *[no] { "" }
 }
view-choose = Izvēlēties pasākumus
    .done = ✓ { $number }
following-head = <b>{ $body }</b>: pasākumi, kuriem sekojat ({ $count }). Nospiediet numuru, lai sekotu vai vairs nesekotu. Ar zvaigznīti: to veic arī Jūsu organizācija.
    .mail = <b>{ $body }</b>: pasākumi, kuriem sekojat ({ $count }). Atbildiet ar to pasākumu numuriem, kuriem sekot vai vairs nesekot, piemēram: 1.1, 2.8. Ar zvaigznīti: to veic arī Jūsu organizācija.
following-which = Kuras organizācijas vārdā izvēlēsieties, kam sekot?
    .mail = Kuras organizācijas vārdā izvēlēsieties, kam sekot? Atbildiet ar tās saīsinājumu.
following-line = { $chosen ->
    [1] ✓ { $number }
   *[0] { $number }
 }{ $does ->
    [yes] { " " }*
   *[no] { "" }
 } { $title }
following-one = { $chosen ->
    [1] ✓ { $number }
   *[0] { $number }
 }{ $does ->
    [yes] { " " }*
   *[no] { "" }
 }
following-before = «
following-after = »
view-ask = { $number }{ $of } { $title }
view-ask-does = Šo pasākumu veic arī Jūsu organizācija; šeit pasakiet savu viedokli kā partneris.
view-ask-answer = { $code }: { $completion }
view-ask-answer-bare = { $code }: stāvoklis nav norādīts
view-ask-text = «{ $text }»
view-ask-silent = Iestāde vēl nav atbildējusi.
view-ask-question = Cik tālu šis pasākums ir pēc Jūsu domām?
view-waits = Par šo pasākumu iestāde vēl nav atbildējusi. Savu viedokli varēsiet izteikt, kad atbilde būs saņemta vai termiņš pagājis.
view-no-key = Šajā kārtā viedokļi ir jāaizzīmogo, bet zīmoga atslēga vēl nav iestatīta. Lūdzu, rakstiet koordinatoram.
view-on-page = Šajā kārtā viedokļus aizzīmogojam. Lūdzu, nerakstiet to šeit, jo ziņas glabājas lasāmas: izsakiet to darba lapā.
view-on-page-none = Šajā kārtā viedokļus aizzīmogojam; to var izdarīt tikai darba lapā, bet tā nav ieslēgta. Lūdzu, rakstiet koordinatoram.
view-text = { $number }{ $of } Jūsu vērtējums: { $completion }. Uzrakstiet vienā ziņā, kāpēc tā domājat. Ziņojumā Jūsu vārdi būs, kā rakstīti.
view-state = { $number }{ $of } Jūsu vārdi ir saņemti, bet vēl nav ierakstīti. Cik tālu šis pasākums ir pēc Jūsu domām?
view-not-here = Šajā kārtā viedokļus aizzīmogojam, tāpēc ziņā tos nepieņemam. Jūsu rakstīto neesam saglabājuši, un ziņa no sarunas tiek izdzēsta. Lūdzu, izsakiet viedokli darba lapā.
    .mail = Šajā kārtā viedokļus aizzīmogojam, tāpēc vēstulē tos nepieņemam. Jūsu rakstīto neesam saglabājuši, bet vēstule paliek pastkastēs; lūdzu, izsakiet viedokli darba lapā.
view-kept-written = Viedoklis ir saņemts un ierakstīts platformā { $when } ({ $version }. redakcija).
view-kept-saved = Viedoklis ir saņemts un saglabāts { $when } ({ $version }. redakcija). Platformā ierakstīsim, tiklīdz varēsim.
view-kept-sealed = Viedoklis ir saņemts un aizzīmogots { $when } ({ $version }. redakcija). Līdz atklāšanai to nevar izlasīt neviens, arī mēs ne, tāpēc šeit to neatkārtojam. Ja izteiksiet vēlreiz, spēkā būs jaunākais.
view-kept-reveal = Atklāsim { $on }.
view-kept-about = { $number }{ $of } – { $completion }
view-kept-number = { $number }{ $of }
view-kept-text = Viedoklis: «{ $text }»
view-again = Labot viedokli
view-withdraw = Atsaukt viedokli
view-withdraw-ask = { $number }{ $of } Vai atsaukt viedokli? Ziņojumā tā nebūs; kamēr kārta nav slēgta, varēsiet to izteikt vēlreiz.
view-withdraw-ask-sealed = { $number }{ $of } Vai atsaukt viedokli? Aizzīmogoto izdzēsīsim; kamēr kārta nav slēgta, varēsiet to izteikt vēlreiz.
view-withdraw-yes = Jā, atsaukt
view-withdrawn = { $number }{ $of } Viedoklis ir atsaukts.
view-revealed = <b>{ $title }</b>
view-revealed-now = Partneru viedokļi ir atklāti. Jūsu viedoklis tagad ir lasāms platformā un ziņojumā, kā rakstīts.
view-revealed-one = { $number }{ $of } – { $completion }: «{ $text }»
partner-views = <b>{ $title }</b>
partner-views-intro = Partneri ir izteikuši viedokli par Jūsu iestādes pasākumiem. Uz katru viedokli varat atbildēt vienu reizi; ziņojumā atbilde būs blakus. Tas nav pienākums. Atbildes saņemam { $until }.
partner-views-one = { $number }{ $of } { $partner } – { $completion }: «{ $text }»
partner-views-button = Atbildēt: { $number } { $partner }
rejoin-ask = { $number }{ $of } { $partner } – { $completion }: «{ $text }»
rejoin-ask-question = Uzrakstiet atbildi vienā ziņā. Ziņojumā tā būs, kā rakstīta; to varēsiet labot, bet otras atbildes nebūs.
rejoinder-kept = Atbilde uz viedokli ir saglabāta ({ $version }. redakcija). { $number }{ $of } { $partner }: «{ $text }»
rejoinder-told = Uz Jūsu viedokli ir atbildēts. { $number }{ $of } Iestāde: { $code }. «{ $text }»
rejoinder-late = Uz šo viedokli vairs nevar atbildēt.
views-revealed = <b>{ $title }</b>
views-revealed-counts = Partneru viedokļi ir atklāti: { $count }. Tagad tie ir platformā un ziņojumā blakus iestāžu atbildēm.
views-revealed-left = Vēl aizzīmogoti ar citu atslēgu: { $left }.
views-still-sealed = <b>{ $title }</b>
views-still-sealed-how = Kārta ir slēgta, bet partneru viedokļi vēl ir aizzīmogoti: { $left }. Atklāt tos var kārtas lapā vai ar komandu /balsis.
reveal-key-wanted = <b>{ $title }</b>
reveal-key-wanted-how = Šodien jāatklāj partneru viedokļi, bet atslēgas šeit nav. Tam, kam tā ir, jāizpilda: <code>forumbot reveal { $key } --key FAILS</code>
command-viedoklis = partneru viedokļi un pasākumi, kuriem sekojat
    .word = viedoklis
toast-view-over = Šajā kārtā viedokļus vairs nesaņemam.
toast-followed = { $chosen ->
    [1] Sekojat.
   *[0] Vairs nesekojat.
 }

## Koordinatoram: kā uzklausa partnerus

voicing = <b>{ $title }</b>
voicing-turn = Partnerus uzklausa pēc kārtas: vispirms atbild iestāde, tad savu viedokli izsaka partneris; tas uzreiz ir lasāms.
voicing-blind = Partnerus uzklausa aizklāti: viedokļus aizzīmogo, un līdz atklāšanai tos nevar izlasīt neviens.
voicing-count = Saņemtie viedokļi: { $count }, no tiem aizzīmogoti: { $sealed }.
voicing-revealed = Viedokļi ir atklāti; jaunus šajā kārtā vairs nesaņemam.
voicing-reveal-on = Atklāsim { $on }.
voicing-reveal-word = Atklāšanas diena nav noteikta.
voicing-key-elsewhere = Atslēgas, ar ko atklāt, šeit nav: to dara ar komandu «forumbot reveal» tas, kam atslēga ir.
voicing-make-blind = Uzklausīt aizklāti
voicing-make-turn = Uzklausīt pēc kārtas
voicing-day = Noteikt atklāšanas dienu
voicing-reveal = Atklāt tagad
voicing-none = Pašlaik nav atskaites kārtas, kurā uzklausām partnerus. Tādu padara ieraksts «Partneri» ailē «Kam jāatbild».
voicing-refused =
    { $why ->
        [spoken] Kāds partneris jau ir izteicies, tāpēc uzklausīšanas kārtību vairs nevar mainīt.
        [no_key] Nav atslēgas, ar ko aizzīmogot. To izveido ar komandu «forumbot sealing-key».
        [no_page] Aizzīmogot var tikai darba lapā, bet tā nav ieslēgta (iestatījumu nodaļa «web»).
        [revealed] Šajā kārtā nekas nav aizzīmogots.
        [past] Šī diena jau ir pagājusi.
        [key_elsewhere] Atslēgas, ar ko atklāt, šeit nav: to dara ar komandu «forumbot reveal» tas, kam atslēga ir.
       *[not_heard] Šī kārta partnerus vairs neuzklausa.
    }
reveal-ask = <b>{ $title }</b>: atklāt partneru viedokļus ({ $count })? Tie būs lasāmi visiem, un jaunus šajā kārtā vairs nesaņemsim. To nevar atsaukt.
reveal-yes = Jā, atklāt
reveal-day-ask = <b>{ $title }</b>: kurā dienā atklāt partneru viedokļus? Piemēram, 16.02.2021.
command-balsis = kā kārtas uzklausa partnerus
    .word = balsis
