#include "models/dockerfile/facts/stepchanges.h"

#include "models/client/builds.h"

#include <algorithm>
#include <functional>

namespace quayside::models
{

using State = BuildStep::State;

const api::LayerContents *layerOfStep(const api::ImageContents &image, const BuildStep &step)
{
    const auto layer = std::ranges::find_if(image.layers, [&](const api::LayerContents &each) {
        return step.state == State::Failed ? each.comment == "failed" : each.id == step.layer.toStdString();
    });
    return layer == image.layers.end() ? nullptr : &*layer;
}

StepChangesFinder::StepChangesFinder(client::EngineClient *client, BuildFacts *facts, QObject *parent)
    : QObject(parent), m_client(client), m_facts(facts)
{
    connect(facts, &BuildFacts::changed, this, &StepChangesFinder::onFacts);
}

StepChangesFinder::~StepChangesFinder()
{
    clear();
}

void StepChangesFinder::onFacts()
{
    const QString build = m_facts->build() == nullptr ? QString() : m_facts->build()->id();
    if (build == m_build)
        return;
    clear();
    m_build = build;
}

void StepChangesFinder::clear()
{
    for (client::Call &call : m_calls)
        call.cancel();
    m_calls.clear();
    for (const std::string &image : std::as_const(m_images))
        m_client->removeImage(image, {.force = true, .noPrune = false}, m_client, {});
    m_images.clear();
    m_known.clear();
}

const StepChanges *StepChangesFinder::of(const BuildStep &step) const
{
    const auto found = m_known.constFind(step.number);
    return found == m_known.cend() ? nullptr : &*found;
}

void StepChangesFinder::want(const BuildStep &step)
{
    const bool isFrom = step.instruction.startsWith(QLatin1String("FROM "), Qt::CaseInsensitive);
    if (m_build.isEmpty() || !step.hasEnded() || step.neverBegan() || isFrom || m_known.contains(step.number))
        return;
    if (step.layer.isEmpty() && step.state != State::Failed)
        return settle(step.number, {.state = StepChanges::State::Known});
    m_known.insert(step.number, {});
    const auto &image = m_facts->image();
    const api::LayerContents *layer = image ? layerOfStep(*image, step) : nullptr;
    if (layer != nullptr)
        list(image->id, *layer, step.number);
    else
        enter(step);
    emit found(step.number);
}

// A stage that the image only takes files from, or a command that failed: what is there after the step is an
// image for as long as it is looked into.
void StepChangesFinder::enter(const BuildStep &step)
{
    m_calls[step.number] = client::enterBuildStep(*m_client, m_build.toStdString(), step.number, this,
                                                  [this, step](const Result<api::BuildStepImage> &entered) {
                                                      if (!entered)
                                                          return fail(step.number, entered.error());
                                                      m_images.insert(step.number, entered->image);
                                                      findLayer(entered->image, step);
                                                  });
}

void StepChangesFinder::findLayer(const std::string &image, const BuildStep &step)
{
    m_calls[step.number] = client::imageContents(
        *m_client, image, this, [this, image, step](const Result<api::ImageContents> &contents) {
            if (!contents)
                return fail(step.number, contents.error());
            if (const api::LayerContents *layer = layerOfStep(*contents, step))
                list(image, *layer, step.number);
            else
                settle(step.number, {.state = StepChanges::State::Known});
        });
}

void StepChangesFinder::list(const std::string &image, const api::LayerContents &layer, int number)
{
    constexpr int mostAsked = 2000; // of which the largest are shown
    StepChanges changes{.state = StepChanges::State::Known,
                        .added = layer.added,
                        .changed = layer.changed,
                        .removed = layer.removed};
    m_calls[number] = client::findInImage(
        *m_client, image, {.text = "/", .layer = layer.index, .limit = mostAsked}, this,
        [this, changes, number](const Result<api::FoundEntries> &entries) mutable {
            if (!entries)
                return fail(number, entries.error());
            for (const api::ImageEntry &entry : entries->found) {
                if (entry.type != "folder")
                    changes.largest.append(toEntry(entry));
            }
            std::ranges::stable_sort(changes.largest, std::greater(), &ContentEntry::size);
            changes.largest.resize(std::min(most, changes.largest.size()));
            settle(number, changes);
        });
}

void StepChangesFinder::settle(int number, const StepChanges &changes)
{
    m_known.insert(number, changes);
    m_calls.remove(number);
    if (const std::string image = m_images.take(number); !image.empty())
        m_client->removeImage(image, {.force = true, .noPrune = false}, m_client, {});
    emit found(number);
}

void StepChangesFinder::fail(int number, const Error &error)
{
    settle(number, {.state = StepChanges::State::Unknown, .problem = QString::fromStdString(error.message)});
}

} // namespace quayside::models
