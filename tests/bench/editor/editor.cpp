// How long the window's thread is held up by one key in a Dockerfile of 5,000 lines: the text parsed anew and
// checked anew (models/dockerfile/document.h, language/diagnostics.h), and a completion asked for there.
//
//   bench_editor [KEYS]      500 where not given; prints medians and 99th percentiles
//
// Targets: 16 ms a key and 50 ms a completion at the 99th percentile. Nothing is judged here.
#include "tests/bench/editor/longfile.h"

#include "models/dockerfile/language/completion.h"
#include "models/dockerfile/language/diagnostics.h"
#include "models/dockerfile/language/outline.h"

#include <QCoreApplication>

#include <chrono>
#include <cstdlib>
#include <functional>
#include <random>

using namespace quayside;
using models::DockerfileDocument;
using models::language::Diagnostics;

namespace
{

double millisecondsOf(const std::function<void()> &act)
{
    const auto began = std::chrono::steady_clock::now();
    act();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int keys = argc > 1 ? std::max(std::atoi(argv[1]), 1) : 500;
    DockerfileDocument document;
    document.setText(bench::longFile(5000));
    Diagnostics diagnostics(&document, nullptr);
    diagnostics.update();
    std::println("{} lines, {} bytes, {} findings", document.snapshot()->lines.lines(),
                 document.text().size(), diagnostics.findings().size());

    std::mt19937 random(1);
    bench::Times typing, completing, folding;
    constexpr std::string_view typed = "RUN echo $V && make -j4 all\n";
    auto at = document.text().find("WORKDIR", document.text().size() / 2);
    for (int key = 0; key < keys; ++key) {
        // A line is typed, then another one elsewhere.
        const auto character = typed[static_cast<std::size_t>(key) % typed.size()];
        if (static_cast<std::size_t>(key) % typed.size() == 0)
            at = document.text().find("WORKDIR", random() % (document.text().size() - 1000));
        auto text = document.text();
        text.insert(at++, 1, character);
        typing.push_back(millisecondsOf([&] {
            document.setText(std::move(text));
            diagnostics.update();
        }));
        completing.push_back(millisecondsOf([&] {
            const auto &snapshot = *document.snapshot();
            (void)models::language::complete(snapshot, snapshot.lines.position(at), nullptr);
        }));
        folding.push_back(millisecondsOf([&] { (void)models::language::foldings(*document.snapshot()); }));
    }
    bench::report("key: parsed and checked", std::move(typing), 16);
    bench::report("completion", std::move(completing), 50);
    bench::report("foldings", std::move(folding), 16);
    return 0;
}
