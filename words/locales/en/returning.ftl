### Asking for an answer to be completed: the coordinator asks, the body completes it or leaves it as it is.

returned = <b>Please complete your answer.</b>
returned-words = { $by }: “{ $text }”
returned-workspace =
    { $by ->
        [none] On the platform it was marked as returned.
       *[other] On the platform { $by } marked it as returned.
    }
returned-yours = Your answer of { $when } (version { $version }):
returned-stands = The answer is kept and counts. You may complete it { $until }, or leave it as it is.
return-keep = Leave it as it is
return-stays = <b>{ $number }{ $of }</b> The answer stays as it is. We tell the coordinator.
return-more = Ask for more
return-ask = { $code }, { noun-nom }{ $number }{ $of }. What is missing in the answer? Write it in one message; the body will see it. The answer counts all the same.
return-sent = <b>{ $code }, { noun-nom }{ $number }{ $of }.</b> We will ask { $names } to complete it.
return-nobody = <b>{ $code }, { noun-nom }{ $number }{ $of }.</b> What you asked is kept, but there is nobody at the body to write to. Please call, or send a personal link.
return-refused =
    { $why ->
        [closed] { $code }, { noun-nom }{ $number }{ $of }: the round is closed, the answer cannot be completed any more.
        [signed] { $code }, { noun-nom }{ $number }{ $of }: the answer stands in a signed letter. You may edit the text for publication; the body may send a further letter.
       *[nothing] { $code }, { noun-nom }{ $number }{ $of }: there is no answer here to be completed.
    }
returned-kept = <b>{ $code }, { noun-nom }{ $number }{ $of }.</b> The body leaves its answer as it is ({ $name }).

## On the page

ws-return = Ask for more
ws-return-words = What is missing
ws-return-hint = The body will see it. Its answer counts until the body completes it.
ws-returned = Asked for more { $at } ({ $by }): “{ $text }”
ws-returned-workspace =
    { $by ->
        [none] Marked as returned on the platform { $at }.
       *[other] Marked as returned on the platform { $at } ({ $by }).
    }
ws-desk-returned = asked for more
ws-desk-returned-count =
    { $count ->
        [one] { $count } answer is to be completed.
       *[other] { $count } answers are to be completed.
    }
ws-return-asked = Please complete your answer
ws-return-how = Complete the answer below and send it again. Until then what you sent counts.
ws-return-keep = Leave the answer as it is
ws-said-returned = What you asked is kept; the body will get it in working hours.
ws-said-returned-nobody = What you asked is kept, but there is nobody at the body to write to: please call.
ws-said-stays = The answer stays as it is.
ws-error-return-words = Write what is missing.
ws-error-return-nothing = There is no answer here any more to be completed.
ws-error-return-closed = The round is closed, the answer cannot be completed any more.
ws-error-return-signed = The answer stands in a signed letter; you may edit the text for publication.
