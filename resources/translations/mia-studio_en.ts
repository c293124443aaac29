<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>MarkWords</name>
    <message numerus="yes">
        <source>Exclude %n items</source>
        <translation>
            <numerusform>Exclude %n item</numerusform>
            <numerusform>Exclude %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take in %n items</source>
        <translation>
            <numerusform>Take in %n item</numerusform>
            <numerusform>Take in %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag %n items “%1”</source>
        <translation>
            <numerusform>Tag %n item “%1”</numerusform>
            <numerusform>Tag %n items “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Untag %n items “%1”</source>
        <translation>
            <numerusform>Untag %n item “%1”</numerusform>
            <numerusform>Untag %n items “%1”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShownAnswer</name>
    <message numerus="yes">
        <source>%n tokens</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mia::ui::AgreementView</name>
    <message numerus="yes">
        <source>%n pairs on which reviews disagree</source>
        <translation>
            <numerusform>%n pair on which reviews disagree</numerusform>
            <numerusform>%n pairs on which reviews disagree</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mia::ui::BatchBar</name>
    <message numerus="yes">
        <source>%1 pairs by this filter, of them %2 accepted and %3 rejected:</source>
        <translation>
            <numerusform>%1 pair by this filter, of them %2 accepted and %3 rejected:</numerusform>
            <numerusform>%1 pairs by this filter, of them %2 accepted and %3 rejected:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mia::ui::ComparisonTable</name>
    <message numerus="yes">
        <source>%1 samples went unanswered by one of the models and are counted nowhere.</source>
        <translation>
            <numerusform>%1 sample went unanswered by one of the models and is counted nowhere.</numerusform>
            <numerusform>%1 samples went unanswered by one of the models and are counted nowhere.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mia::ui::ComposePage</name>
    <message numerus="yes">
        <source>Compose %1 samples</source>
        <translation>
            <numerusform>Compose %1 sample</numerusform>
            <numerusform>Compose %1 samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mia::ui::EvaluationModel</name>
    <message numerus="yes">
        <source>%1 samples</source>
        <translation>
            <numerusform>%1 sample</numerusform>
            <numerusform>%1 samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mia::ui::FactsPanel</name>
    <message numerus="yes">
        <source>Show the %n images that look like it</source>
        <translation>
            <numerusform>Show the image that looks like it</numerusform>
            <numerusform>Show the %n images that look like it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mia::ui::GalleryModel</name>
    <message numerus="yes">
        <source> · %n images</source>
        <translation>
            <numerusform> · %n image</numerusform>
            <numerusform> · %n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mia::ui::ImportSheet</name>
    <message numerus="yes">
        <source>%1 · %2 · %3 rows</source>
        <translation>
            <numerusform>%1 · %2 · %3 row</numerusform>
            <numerusform>%1 · %2 · %3 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Preview of all %1 rows</source>
        <translation>
            <numerusform>Preview of %1 row</numerusform>
            <numerusform>Preview of all %1 rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mia::ui::JobTray</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mia::ui::PairQueue</name>
    <message numerus="yes">
        <source>%1 pairs</source>
        <translation>
            <numerusform>%1 pair</numerusform>
            <numerusform>%1 pairs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mia::ui::PreviewList</name>
    <message numerus="yes">
        <source>%n turns</source>
        <translation>
            <numerusform>%n turn</numerusform>
            <numerusform>%n turns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mia::ui::ProgressStrip</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mia::ui::QueueNarrowing</name>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mia::ui::ResponseModel</name>
    <message numerus="yes">
        <source>%1 · %2 · %n answers</source>
        <translation>
            <numerusform>%1 · %2 · %n answer</numerusform>
            <numerusform>%1 · %2 · %n answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mia::ui::ResponseQueue</name>
    <message numerus="yes">
        <source>%1 samples with answers</source>
        <translation>
            <numerusform>%1 sample with answers</numerusform>
            <numerusform>%1 samples with answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mia::ui::ReviewWriter</name>
    <message numerus="yes">
        <source>Decide %n pairs at once</source>
        <translation>
            <numerusform>Decide %n pair at once</numerusform>
            <numerusform>Decide %n pairs at once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 decisions taken over, %2 were here already.</source>
        <translation>
            <numerusform>%1 decision taken over, %2 were here already.</numerusform>
            <numerusform>%1 decisions taken over, %2 were here already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> Reviews disagree on %1 pairs.</source>
        <translation>
            <numerusform> Reviews disagree on %1 pair.</numerusform>
            <numerusform> Reviews disagree on %1 pairs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deciding %1 pairs</source>
        <translation>
            <numerusform>Deciding %1 pair</numerusform>
            <numerusform>Deciding %1 pairs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mia::ui::RunModel</name>
    <message numerus="yes">
        <source>finished, %1 steps</source>
        <translation>
            <numerusform>finished, %1 step</numerusform>
            <numerusform>finished, %1 steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mia::ui::SidePanel</name>
    <message numerus="yes">
        <source>mean over %n tokens</source>
        <translation>
            <numerusform>mean over %n token</numerusform>
            <numerusform>mean over %n tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mia::ui::ThresholdView</name>
    <message numerus="yes">
        <source>%1 pairs</source>
        <translation>
            <numerusform>%1 pair</numerusform>
            <numerusform>%1 pairs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mia::ui::TrainPage</name>
    <message numerus="yes">
        <source>Delete %n runs</source>
        <translation>
            <numerusform>Delete %n run</numerusform>
            <numerusform>Delete %n runs</numerusform>
        </translation>
    </message>
</context>
</TS>
