### Foruma ieslēgšana, ziņu prognoze, apturēšana un atsākšana.

count-institutions =
    { $count ->
        [zero] { $count } iestādes
        [one] { $count } iestāde
       *[other] { $count } iestādes
    }
count-measures =
    { $count ->
        [zero] { $count } pasākumi
        [one] { $count } pasākums
       *[other] { $count } pasākumi
    }
count-persons =
    { $count ->
        [zero] { $count } personas
        [one] { $count } persona
       *[other] { $count } personas
    }
count-messages =
    { $count ->
        [zero] { $count } ziņas
        [one] { $count } ziņa
       *[other] { $count } ziņas
    }
count-people =
    { $count ->
        [zero] { $count } cilvēkiem
        [one] { $count } cilvēkam
       *[other] { $count } cilvēkiem
    }

first-minutes =
    <b>Forums īsumā</b>
    Platformā: { $institutions }, { $measures }, { $persons }.
first-gaps =
    { $count ->
        [zero] <b>{ $count } vietas jāsakārto</b>
        [one] <b>{ $count } vieta jāsakārto</b>
       *[other] <b>{ $count } vietas jāsakārto</b>
    }
first-no-gaps = Sarakstos nekas nav jāsakārto.
first-more =
    { $count ->
        [zero] Un vēl { $count } vietas.
        [one] Un vēl { $count } vieta.
       *[other] Un vēl { $count } vietas.
    }
first-care = <b>Kas par ko atbild</b>
first-care-line =
    { $care ->
        [server] Serveris: { $who }
        [site] Platforma: { $who }
        [certificate] Sertifikāts: { $who }
        [mailbox] Pastkaste: { $who }
       *[bot] Bots: { $who }
    }
never-on = Dalībniekiem pagaidām nekas netiek sūtīts: ziņas vēl nav ieslēgtas. Ieslēgt tās var šeit: /sakums
switch-on = Ieslēgt
switch-later-button = Vēlāk
switch-later = Labi. Kamēr ziņas nav ieslēgtas, dalībniekiem nekas netiek sūtīts; pievienoties un atbildēt viņi var. Kad vēlēsities ieslēgt: /sakums

forecast-show = Parādīt prognozi
forecast-none = Prognoze 12 mēnešiem: neviena ziņa, jo neviens atskaites termiņš nav tuvu un neviena sanāksme nav paredzēta.
forecast-sum = <b>Prognoze 12 mēnešiem, ja neviens neatbild:</b> { $messages } { $people }.
forecast-first = Pirmās: { $on }.
forecast-busiest = Visvairāk: { $year }. gada { date-month } – { $count }.
forecast-most = Vienam cilvēkam ne vairāk kā: { $count }.
forecast-unreached = No viņiem nevar sasniegt: { $count }.
forecast-days = <b>Pa dienām</b>
forecast-day = { $on }: { $count }
forecast-meetings =
    { $open ->
        [0] No tām par sanāksmēm: { $count }.
        [zero] No tām par sanāksmēm: { $count } (pēc Jūsu piekrišanas: { $open }).
        [one] No tām par sanāksmēm: { $count } (pēc Jūsu piekrišanas: { $open }).
       *[other] No tām par sanāksmēm: { $count } (pēc Jūsu piekrišanas: { $open }).
    }
forecast-budget =
    { $count ->
        [0] Neviens nesaņems vairāk, nekā paredzēts: { forecast-limits }.
        [zero] <b>Par daudz:</b> { $count } personas saņems vairāk, nekā paredzēts ({ forecast-limits }).
        [one] <b>Par daudz:</b> { $count } persona saņems vairāk, nekā paredzēts ({ forecast-limits }).
       *[other] <b>Par daudz:</b> { $count } personas saņems vairāk, nekā paredzēts ({ forecast-limits }).
    }
forecast-held =
    { $count ->
        [zero] Lai nerakstītu par daudz, aizturēsim { $count } ziņas; tajās teiktais būs nākamajā atgādinājumā.
        [one] Lai nerakstītu par daudz, aizturēsim { $count } ziņu; tajā teiktais būs nākamajā atgādinājumā.
       *[other] Lai nerakstītu par daudz, aizturēsim { $count } ziņas; tajās teiktais būs nākamajā atgādinājumā.
    }
forecast-limits = gadā ne vairāk kā { $budget }, ārpus atskaites termiņiem mēnesī ne vairāk kā { $monthly }
forecast-people = <b>Katram</b>
forecast-person = – { $name }: { $count }
forecast-over = – { $name }: { $count } – <b>par daudz</b>
forecast-others =
    { $count ->
        [zero] Un vēl { $count } personas, katrai ne vairāk.
        [one] Un vēl { $count } persona, tai ne vairāk.
       *[other] Un vēl { $count } personas, katrai ne vairāk.
    }

pause-ask =
    <b>Vai apturēt visas ziņas dalībniekiem?</b>
    Atgādinājumus un paziņojumus nesūtīsim, līdz tos atsāksiet. Atbildes pieņemsim un platformu lasīsim kā parasti.
pause-yes = Apturēt
pause-no = Atcelt
pause-not = Nekas nav mainīts: ziņas dalībniekiem tiek sūtītas kā parasti.
pause-resume = Atsākt
paused-since = <b>Ziņas dalībniekiem ir apturētas { $on }.</b> Atsākt var šeit: /pauze
paused-rest = Atbildes tiek pieņemtas un platforma lasīta kā parasti.
paused-would = Ja atsāktu tagad, pirmās ziņas nosūtītu { $on }: { $messages }.
paused-nothing = Pašlaik neviena ziņa negaida.
resumed = <b>Ziņas dalībniekiem ir ieslēgtas.</b>
resumed-will = Nosūtīsim { $at }: { $messages } { $people }.
resumed-nothing = Pašlaik nekas nav jānosūta; par nākamo termiņu atgādināsim laikus.
paused-by = Visas ziņas dalībniekiem ir apturētas. Apturēja: { $name }. Atsākt var šeit: /pauze
resumed-by = Ziņas dalībniekiem atkal ir ieslēgtas. Ieslēdza: { $name }

restored =
    <b>Forums ir atjaunots no rezerves kopijas, kas izveidota { $at }.</b>
    Kas saņemts un nosūtīts pēc tam, šeit nav zināms. Platformas sarakstus nolasīsim no jauna.
restored-doubt =
    { $count ->
        [zero] Par { $count } ziņām nav zināms, vai tās jau ir nosūtītas; pašas no sevis tās netiks sūtītas.
        [one] Par { $count } ziņu nav zināms, vai tā jau ir nosūtīta; pati no sevis tā netiks sūtīta.
       *[other] Par { $count } ziņām nav zināms, vai tās jau ir nosūtītas; pašas no sevis tās netiks sūtītas.
    }
restored-silent = Dalībniekiem nekas netiek sūtīts, līdz ziņas atsāksiet.

switch-by-command = Ieslēgt var uz servera ar komandu <code>forumbot resume</code> un Jūsu vārdu, kā tas ir foruma sarakstā. Lūdzu, pārsūtiet šo vēstuli sistēmas uzturētājam.
switch-page-ask = Pirmās ziņas dalībniekiem nosūtīsim tuvākajā darba laikā, kā rakstīts vēstulē. Apturēt tās varēsiet jebkurā laikā.
    Kamēr nenospiežat pogu, nekas netiek sūtīts.
    .title = Vai ieslēgt ziņas dalībniekiem?
switch-page-on = Dalībniekiem rakstīsim darba laikā. Šo lapu varat aizvērt.
    .title = Ziņas dalībniekiem ir ieslēgtas
switch-page-unknown = Šī saite vairs nav derīga. Nekas nav mainīts. Jaunu saņemsiet ar nākamo vēstuli.
    .title = Saite nav derīga
