### OGP's dates: what OGP's rules ask for, and by when.

ogp-head = <b>OGP's dates</b>
ogp-line = – { $line }
ogp-none = No plan that is in force has its OGP period in the list, so OGP's dates are not counted.
ogp-meeting =
    { $state ->
        [unknown] A meeting of the forum at least every six months. The list has none that was held.
        [late] A meeting of the forum at least every six months. It was due: { $by } (the last: { $last }).
       *[ahead] A meeting of the forum at least every six months. Due: { $by } (the last: { $last }).
    }{ $planned ->
        [none] {" "}The next one is not in the list.
       *[other] {" "}The next one: { $planned }.
    }
ogp-repository =
    { $state ->
        [unknown] The repository updated at least twice a year. No publication has been ticked off yet.
        [late] The repository updated at least twice a year. It was due: { $by } (the last time: { $last }).
       *[ahead] The repository updated at least twice a year. Due: { $by } (the last time: { $last }).
    }
ogp-society =
    Two meetings a year that present results and collect comments. Due: { $by } (held this year: { $done }).{ $planned ->
        [none] {" "}The next one is not in the list.
       *[other] {" "}The next one: { $planned }.
    }
ogp-summit = OGP summit: { $by }.
ws-ogp = OGP's dates
