### Nedēļas pārskats koordinatoram.

digest = <b>Nedēļas pārskats</b>
digest-received = <b>Pagājušajā nedēļā saņemts</b>
digest-round =
    <b>{ $title }</b>
    { due-line }
digest-help = <b>Lūdz palīdzību</b>
digest-help-line =
    { $trouble ->
        [data] – { $code }, { $number }: trūkst datu
        [sign_off] – { $code }, { $number }: nav saskaņots iestādē
        [not_mine] – { $code }, { $number }: raksta, ka par to neatbild
        [extension] – { $code }, { $number }: lūdz pagarināt termiņu
       *[other] – { $code }, { $number }: cits iemesls
    }
digest-unreached = <b>Nevar sasniegt</b>
digest-blocked = <b>Saruna ir slēgta vai vēstules nepienāk</b>
digest-held = <b>Atgādinājumi, ko aizturējām, lai nerakstītu par daudz</b>
digest-held-line =
    { $why ->
        [month] – { $name }: { $count } (mēnesī jau nosūtīts, cik paredzēts)
       *[year] – { $name }: { $count } (gadā jau nosūtīts, cik paredzēts)
    }
digest-workspace = <b>Platforma</b>
digest-disputes = – Jāizlemj, kurš ieraksts ir pareizs: { $count }
digest-failed = – Neizdevās ierakstīt platformā: { $count }
digest-gaps = – Vietas, kas sarakstos jāsakārto: { $count }. Tās parāda: /sakums
digest-list = – Netiek lasīts saraksts «{ $list }»
digest-dead = <b>Pierādījumu saites, kas vairs neatveras</b>
digest-dead-line = – { $code }, { $number }: { $url } ({ $why })
digest-meetings = <b>Šīs nedēļas sanāksmes</b>
digest-meeting = – { $at }: { $title }
digest-more = … un vēl { $count }
