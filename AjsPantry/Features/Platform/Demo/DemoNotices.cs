using AjsPantry.Features.Notices;
using AjsPantry.Features.Notices.Announcements;
using AjsPantry.Features.Requests;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>On a floor: requests in every state, something announced, and what people were told of it.</summary>
internal sealed class DemoNotices(PantryDb db, TimeProvider clock)
{
    public async Task LoadAsync(Floor floor, DateOnly today, CancellationToken cancellationToken)
    {
        var people = await db.Members.Where(member => member.FloorId == floor.Id).OrderBy(member => member.Number)
            .ToListAsync(cancellationToken);
        var head = people.First(member => member.Role == Role.PantryHead);
        var others = people.Where(member => member != head).ToList();
        AddRequests(floor, today, head, others);
        Announce(floor, today, head, others);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private void AddRequests(Floor floor, DateOnly today, Member head, List<Member> others)
    {
        var first = others[0];
        var open = Ask(floor, others[^1], RequestKind.Absence, today.AddDays(5), today.AddDays(8), "My sister's wedding at home");
        Tell(head, NoticeKind.Request, new(open.Id, "asked"), $"{others[^1].Name} asks to be away", open.Reason,
            $"/requests/{open.Id}/decision");
        Ask(floor, first, RequestKind.ScheduleChange, today.AddDays(12), today.AddDays(12),
            "An exam in the morning; any other day suits me");
        var approved = Decide(Ask(floor, first, RequestKind.Absence, today.AddDays(20), today.AddDays(26), "Home for the holidays"), head,
            RequestState.Approved, null);
        Tell(first, NoticeKind.Request, new(approved.Id, "decided"), "Your absence is approved", $"Decided by {head.Name}.",
            $"/requests/{approved.Id}");
        Decide(Ask(floor, first, RequestKind.Other, today, today.AddDays(2), "May I borrow the big pressure cooker?"), head,
            RequestState.Declined, "It is being repaired until Friday.");
        var cancelled = Ask(floor, first, RequestKind.Absence, today.AddDays(40), today.AddDays(41), "A short trip");
        cancelled.State = RequestState.Cancelled;
        cancelled.DecidedAt = clock.GetUtcNow();
    }

    private void Announce(Floor floor, DateOnly today, Member head, List<Member> others)
    {
        var news = new Announcement
        {
            SubmissionId = Guid.CreateVersion7(),
            FloorId = floor.Id,
            Title = "No water tomorrow, 10:00–12:00",
            Text = "Please fill the drinking cans before nine.",
            Until = today.AddDays(1),
            CreatedById = head.Id,
            CreatedAt = clock.GetUtcNow(),
        };
        db.Announcements.Add(news);
        foreach (var person in others)
            Tell(person, NoticeKind.Announcement, new(news.Id, "announced"), news.Title, news.Text, "/announcements");
    }

    private Request Ask(Floor floor, Member member, RequestKind kind, DateOnly from, DateOnly until, string reason)
    {
        var request =
            new Request
            {
                SubmissionId = Guid.CreateVersion7(),
                FloorId = floor.Id,
                MemberId = member.Id,
                Kind = kind,
                From = from,
                Until = until,
                Reason = reason,
                CreatedAt = clock.GetUtcNow()
            };
        db.Requests.Add(request);
        return request;
    }

    private Request Decide(Request request, Member head, RequestState state, string? comment)
    {
        request.State = state;
        request.DecidedById = head.Id;
        request.DecidedAt = clock.GetUtcNow();
        request.Comment = comment;
        return request;
    }

    private void Tell(Member member, NoticeKind kind, Subject about, string title, string text, string path) =>
        db.Notices.Add(new Notice
        {
            MemberId = member.Id,
            Kind = kind,
            SubjectId = about.Id,
            Step = about.Step,
            Title = title,
            Text = text,
            Path = path,
            CreatedAt = clock.GetUtcNow(),
        });
}
