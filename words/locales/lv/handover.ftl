### Pārņemšana: kas jaunajai kontaktpersonai jāzina.

handover =
    <b>Par tālāk minēto turpmāk jautāsim Jums.</b>
    Iepriekš atbildēja: { $before }
handover-said =
    Pēdējā atbilde { $on } ({ $by }{ $role ->
        [none] {""}
        [coordinator] , koordinators
        [deputy] , aizvietotājs
        [contact] , kontaktpersona
       *[other] {""}
    }){ $completion ->
        [none] {""}
       *[other] : { $completion }
    }{ $text ->
        [none] .
       *[other] . «{ $text }»
    }
handover-nothing = Atbildes vēl nav bijis.
handover-link = Pierādījums: <a href="{ $url }">{ $name }</a>
handover-file = Pierādījums: { $name }
handover-letter =
    { $on ->
        [none] Parakstītā vēstule: Nr. { $number }
       *[other] Parakstītā vēstule: Nr. { $number }, { $on }
    }
handover-row = <a href="{ $link }">Atvērt platformā</a>
handover-more = Un vēl: { $count }.
handover-open = Termiņš: { $due }. Gaidām atbildi: { $numbers }
handover-none-open = Pašlaik atbilde nav gaidāma; pirms nākamā termiņa atgādināsim.
