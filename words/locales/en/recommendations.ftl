### Recommendations: who recommends, and what the forum answers.

recommended-by =
    { $source ->
        [irm] IRM recommendation
        [council] memorandum council’s recommendation
        [ngo] NGO recommendation
        [oecd] OECD recommendation
       *[other] recommendation
    }
decision =
    { $decision ->
        [accepted] Accepted
        [partly] Partly accepted
        [declined] Not accepted
       *[none] not taken yet
    }
recommendation-file = recommendation
recommendation-source =
    { $url ->
        [none] Source: { recommended-by }
       *[other] Source: { recommended-by } ({ $url })
    }
recommendation-text = Recommendation: { $text }
recommendation-decision = Decision: { decision }
recommendation-response = { $decided }. The forum’s answer: { $text }
report-recommendations = Follow-up of recommendations
report-no-owner = No responsible body is named.
report-nobody-about = Nothing is asked about this recommendation in this round.

## The word beside a number; of a recommendation its source says it

noun-nom =
    { $noun ->
        [recommendation] {""}
       *[measure] measure{" "}
    }
noun-acc =
    { $noun ->
        [recommendation] {""}
       *[measure] measure{" "}
    }
noun-gen =
    { $noun ->
        [recommendation] {""}
       *[measure] measure{" "}
    }

## On the worksheet page

ws-recommended = Source
ws-recommended-text = Recommendation
ws-decision = Decision

## In the workbook

report-sheet-recommendations = Recommendations
report-column-recommendation = Recommendation
report-column-source = Source
report-column-decision = Decision
report-column-response = The forum’s answer
