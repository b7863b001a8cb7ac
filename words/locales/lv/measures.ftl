### Viena pasākuma darba lapa kā ziņa un kā dokuments.

command-pasakums = viena pasākuma darba lapa: /pasakums 2.8
    .word = pasakums
about-which = Rakstiet pasākuma numuru aiz komandas, piemēram: /pasakums 2.8
about-none = Pasākuma ar numuru «{ $text }» nav. Rakstiet numuru aiz komandas, piemēram: /pasakums 2.8
about-plan = { $plan }
about-lead = Atbildīgā iestāde: { $names }
about-co-lead = Līdzatbildīgās: { $names }
about-contact = Kontaktpersonas: { $names }
about-due = Izpildes termiņš plānā: { $due }
about-result = Sagaidāmais rezultāts: { $text }
about-record =
    { $on ->
        [none] <b>Platformā ierakstīts</b>
       *[other] <b>Platformā ierakstīts { $on }</b>
    }
about-no-record = Platformā par to vēl nekas nav ierakstīts.
about-answer =
    { $leads ->
        [1] <b>{ $code }</b> (atbildīgā): { $round }, { $when }, { $version }. redakcija
       *[0] <b>{ $code }</b>: { $round }, { $when }, { $version }. redakcija
    }
about-erased = Teksts izņemts { $on }.
about-edited = Teksts rediģēts publicēšanai; iestādes vārdi ir atbildes redakcijā.
about-no-answers = Atbilžu vēl nav.
about-not-told = Atbildes redz tie, kas par to atbild, un koordinatori.
about-awaited = Atbilde vēl nav saņemta: { $codes }
about-more = <b>{ $number }{ $of }</b> Citu iestāžu atbildes
about-paper-button = Dokuments
about-paper = { $number }{ $of } { $title }: darba lapa ar vēsturi
