// Reading the steps of a lesson: what is checked, offered, and done by its test. For lessonfile.cpp only.
#pragma once

#include "models/learn/lessons/yamlreader.h"

namespace quayside::models
{

class LessonStepReader
{
    Q_DECLARE_TR_FUNCTIONS(quayside::models::LessonStepReader)

public:
    // `lesson`: id and containers are known. made: real names of the containers that its buttons make.
    LessonStepReader(YamlReader *yaml, const Lesson *lesson, QStringList made)
        : m_yaml(yaml), m_lesson(lesson), m_made(std::move(made))
    {
    }

    LessonStep read(const YAML::Node &node);

private:
    void readCheck(const YAML::Node &node, LessonStep &step);
    void readContainer(const YAML::Node &node, Condition &condition);
    void readValue(const YAML::Node &node, Condition &condition);
    void readExec(const YAML::Node &node, Condition &condition);
    void readProcess(const YAML::Node &node, Condition &condition);
    void readEvent(const YAML::Node &node, Condition &condition);
    void readImage(const YAML::Node &node, Condition &condition);
    void readNamed(const YAML::Node &node, Condition &condition);
    void readFile(const YAML::Node &node, Condition &condition);
    void readDocument(const YAML::Node &node, Condition &condition);
    void readHttp(const YAML::Node &node, Condition &condition);
    void readTest(const YAML::Node &node, ValueTest &test, bool mayCompare);
    std::optional<ValueTest::Other> readOther(const YAML::Node &node, const char *key);
    void readOffer(const YAML::Node &node, LessonStep &step);
    void readAct(const YAML::Node &node, LessonOffer &offer);
    void readLimits(const YAML::Node &node, LessonOffer &offer);
    void readArchive(const YAML::Node &node, LessonOffer &offer);
    void checkOwnImage(const YAML::Node &node, const QString &name);
    QList<LessonDeed> readDeeds(const YAML::Node &node, const char *key, const LessonStep &step);
    QString container(const YAML::Node &node, const char *key);
    QString ownName(const YAML::Node &node, const char *key);

    YamlReader *m_yaml;
    const Lesson *m_lesson;
    QStringList m_made;
};

} // namespace quayside::models
