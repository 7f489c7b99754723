// What the tests of building Dockerfiles share: the window, with a file open in a folder of its own.
#pragma once

#include "tests/gui/windowtest.h"

#include "models/dockerfile/facts/buildfacts.h"
#include "ui/dockerfile/building/buildpanel.h"
#include "ui/dockerfile/editor/codeeditor.h"
#include "ui/dockerfile/filepane.h"
#include "ui/dockerfile/studiopage.h"

#include <QTemporaryDir>

class BuildingTest : public WindowTest
{
protected:
    QTemporaryDir m_folder;
    quayside::ui::FilePane *m_pane = nullptr; // the Dockerfile of the folder

    void openStudio(); // waits until it can build
    [[nodiscard]] quayside::ui::StudioPage *studio() { return m_window->studioPage(); }
    [[nodiscard]] quayside::ui::BuildPanel *panel();

    [[nodiscard]] QString at(const QString &name) const { return m_folder.filePath(name); }
    void write(const QString &name, const QByteArray &text) const;
    [[nodiscard]] QByteArray read(const QString &name) const;
    void edit(const std::string &text); // as one that is typed over the whole text
    [[nodiscard]] std::string text() const { return m_pane->document()->text(); }

    // Presses Build, and waits until the build, and what is said of it, is all there.
    void build(quayside::models::Operation::State expected = quayside::models::Operation::State::Succeeded);
    [[nodiscard]] const quayside::models::InstructionFacts &factsAt(int line);
    [[nodiscard]] int containers(); // that the engine has
};
