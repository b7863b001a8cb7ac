### Vēstules: kas e-pastā stāv ap ziņas tekstu. Pogu e-pastā nav, tāpēc to vārdi ir arī atbildes.

mail-answer = <b>Kā atbildēt</b>
mail-worksheet = Atvērt darba lapu (bez konta un paroles)
mail-reply = Atbildiet uz šo vēstuli; atbildi rakstiet virs tās teksta.
mail-reply-coordinator = Atbildiet uz šo vēstuli; to izlasīs koordinators.
mail-words = Atbildes pirmajā rindā var rakstīt arī vienu no šiem vārdiem: { $words }.
mail-sent-by = Šo vēstuli nosūtīja foruma automātiskais palīgs. Ierobežotas pieejamības informāciju, lūdzu, vēstulēs nerakstiet.
mail-personal = Saites ir personiskas; lūdzu, nepārsūtiet tās.

subject-nudge = Informācija par { $year }. gadu: { $numbers }
subject-late = Vēl gaidām informāciju par { $year }. gadu: { $numbers }

mail-word = «{ $word }»
mail-join = Lietotnē Telegram, ja to atļauj Jūsu iestādes noteikumi – pievienoties (saite derīga trīs dienas)

mail-greeting = Labdien!
mail-asks =
    Informācija par plāna pasākumu izpildi { $year }. gadā jāiesniedz { $by }{ $basis ->
        [none] {"."}
       *[other] { " " }({ $basis }).
    }
mail-body = Iestāde: { $body }
mail-role =
    Jūsu loma: { $role ->
        [coordinator] koordinators
        [deputy] aizvietotājs
        [approver] saskaņotājs
        [observer] novērotājs
       *[contact] kontaktpersona
    }
