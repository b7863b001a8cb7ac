### Vai joprojām atbildat Jūs? Jautājums pirms atskaites kārtas.

still-you = <b>Vai par tālāk minēto joprojām atbildat Jūs?</b>
still-you-round = { $title }. Termiņš: { $due }. Jautāsim par: { $numbers }
still-you-silence = Ja neatbildēsiet, sapratīsim, ka jā; pirms termiņa atgādināsim.
still-you-me = Jā, joprojām es
still-you-another = Cits cilvēks
still-you-yes = Paldies! Pirms termiņa Jums atgādināsim.
still-you-who = Kas tagad atbild? Vienā ziņā uzrakstiet vārdu, uzvārdu un e-pasta adresi.
    .mail = Kas tagad atbild? Atbildē uzrakstiet vārdu, uzvārdu un e-pasta adresi.
still-you-unclear = Neatradām vārdu kopā ar e-pasta adresi. Lūdzu, uzrakstiet tā: vārds, uzvārds, adrese@iestade.lv
still-you-kept = Paldies! Nodots koordinatoram: { $name }, { $email }. Kamēr foruma sarakstā nekas nav mainīts, rakstīsim Jums.
still-you-other =
    <b>Atbild cits cilvēks:</b> { $code ->
        [none] { $member }
       *[other] { $member } ({ $code })
    } raksta, ka tagad atbild { $name }, { $email }.
    Ja tas ir pareizi, ierakstiet to sarakstā «Atbildīgās personas» šī cilvēka rindā; viss, kas vēl atvērts, pāries jaunajam cilvēkam.
still-you-linked =
    { $said }
    <a href="{ $link }">Atvērt rindu platformā</a>

ws-still = Vai par tālāk minēto joprojām atbildat Jūs?
ws-still-measures = jautāsim par: { $numbers }
ws-still-other = Nē, atbild cits cilvēks
ws-still-hint = Nodosim to koordinatoram. Kamēr foruma sarakstā nekas nav mainīts, rakstīsim Jums.
ws-still-other-name = Vārds un uzvārds
ws-still-other-email = E-pasta adrese
ws-still-tell = Nodot koordinatoram
ws-said-still-me = Paldies! Pirms termiņa Jums atgādināsim.
ws-said-still-other = Paldies! Nodots koordinatoram. Kamēr foruma sarakstā nekas nav mainīts, rakstīsim Jums.
ws-error-other-name = Ierakstiet, kas tagad atbild: vārdu un uzvārdu.
ws-error-other-email = Ierakstiet e-pasta adresi, piemēram, adrese@iestade.lv
