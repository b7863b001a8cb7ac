### Asking for more time: what a member writes, what a coordinator decides.

extension-ask = Until which day do you need time? It is due on { $due } now. Write the day and the reason in one message, such as “{ $example }, we await an opinion”. The coordinator decides.
extension-early = The new due day has to be later than the present one ({ $due }), and you wrote: { $until }. Write another day, such as “{ $example }”.
extension-far = This is too far off: { $until }. A due day can be put off by half a year at most (now: { $due }). Write another day, such as “{ $example }”.
extension-kept = Your request is passed on to the coordinator. Measures: { $numbers }. The day you ask for: { $until }. For three working days we will not remind you of it; we will tell you what was decided.
extension-asked = <b>Asks for more time:</b> { $code }, { $numbers } ({ $name })
extension-wanted = Until: { $until }
extension-now = Due now: { $due }
extension-words = “{ $words }”
extension-yes = Extend { $until }
extension-no = Refuse
extension-other = Another day
extension-decided =
    { $until ->
        [none] Refused; we tell whoever asked.
       *[other] Extended. The new due day: { $until }. We tell the body.
    }
extension-refused = The coordinator did not extend the due day. Measures: { $numbers }. It stays due on { $due }.
