### Trauksmes koordinatoram: kas ir pārstājis darboties un kas jādara.

alarm =
    { $trouble ->
        [replies] <b>Dalībnieku atbildes pašlaik nesaņemam.</b> Pēdējoreiz lietotne Telegram atsaucās { $since }. Telegram ziņas glabā diennakti, tāpēc, lūdzu, informējiet sistēmas uzturētāju jau šodien.
        [refused] <b>Lietotne Telegram liedz mums piekļuvi.</b> Tas sākās { $since }: bota piekļuves atslēga ir nomainīta vai to lieto vēl kāds. Lūdzu, informējiet sistēmas uzturētāju.
        [taken] <b>Dalībnieku ziņas lietotnē Telegram pašlaik nonāk citā sistēmā</b>{ $where ->
            [none] {""}
           *[other] {" "}({ $where })
        }. Tā lieto to pašu bota piekļuves atslēgu; visticamāk, tā ir iepriekšējā sistēma. Tas sākās { $since }; ik pēc desmit minūtēm cenšamies ziņas atgūt, bet otra sistēma tās atkal pārņem. Lūdzu, informējiet sistēmas uzturētāju šodien: otra sistēma jāizslēdz vai bota atslēga jānomaina. Kas tikmēr ir rakstīts, mūs var nesasniegt.
        [post] <b>Dalībnieku vēstules pašlaik nesaņemam.</b> Pēdējoreiz pastkaste atsaucās { $since }. Vēstules tajā nezūd; izlasīsim, tiklīdz tā būs pieejama. Lūdzu, informējiet sistēmas uzturētāju.
        [post_refused] <b>Foruma pastkaste liedz mums piekļuvi.</b> Tas sākās { $since }: parole ir nomainīta, vai lasīšana ar IMAP ir izslēgta. Lūdzu, informējiet sistēmas uzturētāju.
        [sending] <b>Vēstules pašlaik nevaram nosūtīt.</b> Pēdējoreiz pasta serveris mūs pielaida { $since }. Nekas nezūd: vēstules gaida un aizies, tiklīdz serveris būs pieejams. Lūdzu, informējiet sistēmas uzturētāju: serveris nedarbojas, vai ir nomainīta parole.
        [site] <b>Platformu neizdodas nolasīt.</b> Pēdējoreiz tas izdevās { $since }. Atbildes saņemam un saglabājam; ierakstīsim, tiklīdz platforma būs pieejama. Lūdzu, informējiet sistēmas uzturētāju.
        [backup] <b>Rezerves kopija ir novecojusi.</b> Pēdējā izveidota { $since }. Lūdzu, informējiet sistēmas uzturētāju: jāpārbauda kopiju mape un vieta diskā.
        [certificate] <b>Drīz beigsies sertifikāts</b>, ar kuru piekļūstam platformai: { $since }. Pēc tam platforma nebūs pieejama. Lūdzu, informējiet sistēmas uzturētāju: jauns sertifikāts jāpievieno laikus.
       *[clock] <b>Servera pulkstenis neiet pareizi</b>, tāpēc termiņi un saites var būt kļūdaini. Lūdzu, informējiet sistēmas uzturētāju.
    }
alarm-care = Par to atbild: { $care }
alarm-over =
    { $trouble ->
        [replies] Dalībnieku atbildes atkal saņemam.
        [refused] Lietotne Telegram atkal dod mums piekļuvi.
        [taken] Dalībnieku ziņas lietotnē Telegram atkal saņemam mēs. Ja kāda atbilde nav apstiprināta, lūdziet dalībniekam to atkārtot.
        [post] Dalībnieku vēstules atkal saņemam.
        [post_refused] Foruma pastkaste atkal dod mums piekļuvi.
        [sending] Vēstules atkal varam nosūtīt; kas gaidīja, aiziet tagad.
        [site] Platforma atkal ir pieejama.
        [backup] Rezerves kopijas atkal tiek veidotas.
        [certificate] Platformas sertifikāts ir atjaunots.
       *[clock] Servera pulkstenis atkal iet pareizi.
    }
