### Ieteikumi: kas iesaka, ko forums uz to atbild.

recommended-by =
    { $source ->
        [irm] IRM ieteikums
        [council] Memoranda padomes ieteikums
        [ngo] NVO ieteikums
        [oecd] OECD ieteikums
       *[other] ieteikums
    }
decision =
    { $decision ->
        [accepted] Ņemts vērā
        [partly] Ņemts vērā daļēji
        [declined] Nav ņemts vērā
       *[none] vēl nav pieņemts
    }
recommendation-file = ieteikums
recommendation-source =
    { $url ->
        [none] Avots: { recommended-by }
       *[other] Avots: { recommended-by } ({ $url })
    }
recommendation-text = Ieteikums: { $text }
recommendation-decision = Lēmums: { decision }
recommendation-response = { $decided }. Foruma atbilde: { $text }
report-recommendations = Ieteikumu izpilde
report-no-owner = Atbildīgā iestāde nav norādīta.
report-nobody-about = Šajā kārtā par šo ieteikumu informācija netiek prasīta.

## Vārds, ko saka pie numura; ieteikumam to jau saka avots

noun-nom =
    { $noun ->
        [recommendation] {""}
       *[measure] {" "}pasākums
    }
noun-acc =
    { $noun ->
        [recommendation] {""}
       *[measure] {" "}pasākumu
    }
noun-gen =
    { $noun ->
        [recommendation] {""}
       *[measure] {" "}pasākuma
    }

## Darba lapā

ws-recommended = Avots
ws-recommended-text = Ieteikums
ws-decision = Lēmums

## Darbgrāmatā

report-sheet-recommendations = Ieteikumi
report-column-recommendation = Ieteikums
report-column-source = Avots
report-column-decision = Lēmums
report-column-response = Foruma atbilde
